package com.cottonerp.simulation;

/** A schedule in which a guarantee does not hold. */
public final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Violation(String guarantee) {
    super(guarantee);
  }
}
