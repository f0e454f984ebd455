package com.cottonerp.relay.replay;

/** What a replay has to know of the events that come first. */
public interface LiveTraffic {
  /** Whether live events are on their way right now. */
  boolean isBusy();

  /** Whether the broker took what was sent last; if not, the live events probe it. */
  boolean isBrokerWorking();
}
