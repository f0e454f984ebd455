package com.cottonerp.relay;

/** The lanes of an outbox. Pure. */
public final class Lanes {
  /**
   * The number of lanes of each outbox. WHY 64: see ADR 1. WHY a constant: the column {@code
   * outbox_event.lane} is computed with this number, and a lane is the ordering key at Pub/Sub.
   * Another number would need a migration of every outbox.
   */
  public static final int COUNT = 64;

  private Lanes() {}
}
