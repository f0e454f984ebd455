package com.cottonerp.settings.units;

import com.cottonerp.defaults.problem.Refusal;

/** Why two units do not fit together. */
public sealed interface UnitRefusal extends Refusal {
  /** For example a bale and a meter. */
  record UnitsMeasureDifferentThings(Unit one, Unit other) implements UnitRefusal {
    @Override
    public String detail() {
      return "%s is counted in %s, %s in %s".formatted(one, one.base(), other, other.base());
    }
  }
}
