package com.cottonerp.relay.lane;

/** Lanes for tests of what is decided about them. */
public final class Tenures {
  private Tenures() {}

  /** One that does not end by itself. */
  public static Lane of(int number) {
    return new Lane(number, 1, Long.MAX_VALUE);
  }
}
