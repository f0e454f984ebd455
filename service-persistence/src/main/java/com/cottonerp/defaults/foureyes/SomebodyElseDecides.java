package com.cottonerp.defaults.foureyes;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;

/** Somebody would decide on what they had a part in. */
@Explained(
    means = "Four eyes: who had a part in the thing does not decide on it.",
    remedy = "Let somebody else decide.")
public record SomebodyElseDecides(String thing, Part part) implements Refusal {
  @Override
  public int status() {
    return FORBIDDEN;
  }

  @Override
  public String detail() {
    return "You %s this %s; somebody else decides on it".formatted(part, thing);
  }
}
