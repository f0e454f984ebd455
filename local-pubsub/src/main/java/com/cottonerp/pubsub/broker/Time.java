package com.cottonerp.pubsub.broker;

import java.time.Instant;

/** The clock and the event loop of a broker. Everything that is handed to it runs on the loop. */
public interface Time {
  /** The clock on the wall. */
  Instant now();

  /** Nanoseconds that only grow, for differences. */
  long nanos();

  /** Runs at the end of what the loop does now. */
  void soon(Runnable work);

  /**
   * Runs after a while.
   *
   * @return cancels it
   */
  Runnable after(long nanos, Runnable work);
}
