package com.cottonerp.settings.commodities;

import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.settings.units.Unit;

/** A commodity's units for counting, trading and pricing. All three measure the same quantity. */
record CommodityUnits(Unit base, Unit trade, Unit rate) {
  static CommodityUnits of(CommodityBody body) {
    Unit base = unit("/baseUnit", body.baseUnit());
    if (base != base.base()) {
      throw new InvalidField("/baseUnit", "is a base unit, such as " + base.base()).refused();
    }
    return new CommodityUnits(
        base,
        sameAs(base, "/tradeUnit", body.tradeUnit()),
        sameAs(base, "/rateUnit", body.rateUnit()));
  }

  private static Unit sameAs(Unit base, String pointer, String code) {
    Unit unit = unit(pointer, code);
    if (!unit.measuresTheSameAs(base)) {
      throw new InvalidField(pointer, "is counted in %s, not in %s".formatted(unit.base(), base))
          .refused();
    }
    return unit;
  }

  static Unit unit(String pointer, String code) {
    return Unit.named(code)
        .orElseThrow(() -> new InvalidField(pointer, "is a unit; GET /api/v1/units").refused());
  }
}
