package com.cottonerp.defaults.problem;

/** A field that only the code can judge, not an annotation. */
public record InvalidField(String pointer, String detail) implements Refusal {
  @Override
  public int status() {
    return UNPROCESSABLE;
  }

  @Override
  public String type() {
    return "invalid-request";
  }
}
