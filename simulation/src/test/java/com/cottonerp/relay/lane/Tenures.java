package com.cottonerp.relay.lane;

/** Makes lanes for tests of decisions about lanes. */
public final class Tenures {
  private Tenures() {}

  /** A lane whose lease does not end. */
  public static Lane of(int number) {
    return new Lane(number, 1, Long.MAX_VALUE);
  }
}
