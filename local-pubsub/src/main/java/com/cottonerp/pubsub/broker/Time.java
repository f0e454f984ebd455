package com.cottonerp.pubsub.broker;

import java.time.Instant;

/** The clock and the event loop of a broker. All work handed over here runs on the loop. */
public interface Time {
  /** The wall clock. */
  Instant now();

  /** Monotonic nanoseconds, for differences only. */
  long nanos();

  /** Runs the work at the end of the current turn of the loop. */
  void soon(Runnable work);

  /**
   * Runs the work after a delay.
   *
   * @return cancels the work when run
   */
  Runnable after(long nanos, Runnable work);
}
