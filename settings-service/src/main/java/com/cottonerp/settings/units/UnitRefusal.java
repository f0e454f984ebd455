package com.cottonerp.settings.units;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;

/** Why two units do not fit together. */
public sealed interface UnitRefusal extends Refusal {
  /** For example a bale and a meter. */
  @Explained(
      means = "The two units count different things, as a bale and a meter do.",
      remedy = "Choose units of the same base.")
  record UnitsMeasureDifferentThings(Unit one, Unit other) implements UnitRefusal {
    @Override
    public String detail() {
      return "%s is counted in %s, %s in %s".formatted(one, one.base(), other, other.base());
    }
  }
}
