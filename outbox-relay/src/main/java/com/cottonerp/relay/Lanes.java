package com.cottonerp.relay;

/** The lanes of an outbox. Pure. */
public final class Lanes {
  /**
   * How many lanes each outbox has. WHY 64: see ADR 1. WHY a constant: the column {@code
   * outbox_event.lane} is computed with it, and a lane is the ordering key at Pub/Sub; another
   * number would be a migration of every outbox.
   */
  public static final int COUNT = 64;

  private Lanes() {}
}
