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
    CommodityUnits units =
        new CommodityUnits(
            base,
            sameAs(base, "/tradeUnit", body.tradeUnit()),
            sameAs(base, "/rateUnit", body.rateUnit()));
    units.mustTellWeights(body);
    return units;
  }

  // The weight of a bale does not count where candies and no bales are traded: who gives one there
  // means another weight than that.
  private void mustTellWeights(CommodityBody body) {
    if (body.candyWeight() != null && !Unit.CANDY.measuresTheSameAs(base)) {
      throw new InvalidField("/candyWeight", "is of goods that are weighed").refused();
    }
    boolean candies = trade == Unit.CANDY || rate == Unit.CANDY;
    if (body.standardWeightPerUnit() != null && candies && !isPacked(trade) && !isPacked(rate)) {
      throw new InvalidField(
              "/standardWeightPerUnit",
              "is of a bale or bag, and neither is a unit here; the weight of a candy is candyWeight")
          .refused();
    }
  }

  private static boolean isPacked(Unit unit) {
    return unit == Unit.BALE || unit == Unit.BAG;
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
