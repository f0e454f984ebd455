package com.cottonerp.defaults.problem;

import com.cottonerp.defaults.problem.Problem.FieldError;
import java.util.List;

/** Several places of one request that only the code can judge: all wrong lines of a file. */
@Explained(
    means = InvalidField.MEANS,
    remedy = "Correct the request; a repetition gets the same answer.")
public record InvalidFields(List<FieldError> errors, String detail) implements Refusal {
  @Override
  public int status() {
    return UNPROCESSABLE;
  }

  @Override
  public String type() {
    return StandardProblem.INVALID_REQUEST.type();
  }
}
