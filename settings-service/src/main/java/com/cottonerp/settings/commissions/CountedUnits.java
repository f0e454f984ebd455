package com.cottonerp.settings.commissions;

import com.cottonerp.defaults.commission.CommissionType;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.settings.commodities.Commodities;
import com.cottonerp.settings.commodities.Commodity;
import com.cottonerp.settings.units.Unit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the unit of a commission per unit, which its commodity has to be counted in. */
@ApplicationScoped
class CountedUnits {
  private final Commodities commodities;

  CountedUnits(Commodities commodities) {
    this.commodities = commodities;
  }

  /** Null when the body is of another type. Refuses a unit that does not fit. */
  Uni<CountedUnit> of(CommissionBody body) {
    boolean perUnit = body.type() == CommissionType.PER_UNIT;
    if (perUnit != (body.unit() != null)) {
      throw new InvalidField(
              "/unit", perUnit ? "is needed for per_unit" : "belongs to per_unit only")
          .refused();
    }
    if (!perUnit) {
      return Uni.createFrom().nullItem();
    }
    if (body.commodityId() == null) {
      throw new InvalidField("/commodityId", "is needed for per_unit: its unit is counted")
          .refused();
    }
    Unit unit =
        Unit.named(body.unit())
            .orElseThrow(() -> new InvalidField("/unit", "is a unit; GET /api/v1/units").refused());
    return commodities.get(body.commodityId()).map(commodity -> counted(commodity, unit));
  }

  private static CountedUnit counted(Commodity commodity, Unit unit) {
    return commodity
        .factorOf(unit)
        .map(factor -> new CountedUnit(unit.name(), factor))
        .orElseThrow(
            () -> new InvalidField("/unit", "is no unit of what the commodity is").refused());
  }
}
