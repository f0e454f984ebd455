package com.cottonerp.relay.replay;

/** The state of the live events, which go before a replay. */
public interface LiveTraffic {
  /** Whether live events are on their way right now. */
  boolean isBusy();

  /** Whether the broker accepted the last request; if not, the live events probe the broker. */
  boolean isBrokerWorking();
}
