package com.cottonerp.defaults.problem;

/** A field that only the code can judge, not an annotation. */
@Explained(
    means =
        "Fields, parameters or headers of the request are wrong, or the request cannot be read at all; errors says which and why, where it is known.",
    remedy = "Correct the request; a repetition gets the same answer.")
public record InvalidField(String pointer, String detail) implements Refusal {
  static final String MEANS =
      "Fields, parameters or headers of the request are wrong, or the request cannot be read at all;"
          + " errors says which and why, where it is known.";

  @Override
  public int status() {
    return UNPROCESSABLE;
  }

  @Override
  public String type() {
    return StandardProblem.INVALID_REQUEST.type();
  }
}
