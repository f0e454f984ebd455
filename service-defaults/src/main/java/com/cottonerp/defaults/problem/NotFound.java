package com.cottonerp.defaults.problem;

/** There is no such thing, or none that the caller may see. */
@Explained(
    means = "There is no such thing, or the caller may not see it.",
    remedy = "Check the id and for whom the token acts.")
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
