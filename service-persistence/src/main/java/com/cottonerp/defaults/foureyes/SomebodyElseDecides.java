package com.cottonerp.defaults.foureyes;

import com.cottonerp.defaults.problem.Refusal;

/** Somebody would decide on what they had a part in. */
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
