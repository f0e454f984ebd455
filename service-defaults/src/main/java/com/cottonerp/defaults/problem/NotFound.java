package com.cottonerp.defaults.problem;

/** There is no such thing, or none that the caller may see. */
public record NotFound(String what, Object id) implements Refusal {
  @Override
  public int status() {
    return NOT_FOUND;
  }

  @Override
  public String detail() {
    return "There is no %s %s".formatted(what, id);
  }
}
