package com.cottonerp.contracts.settings.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * How a commission is computed from now on.
 *
 * @param type percentage, fixed, tiered or, since 1.1.0, per_unit
 * @param rate percent of the value; of the tier in a tiered structure
 * @param amountPerUnit of per_unit: for each unit of the quantity
 * @param unit of per_unit: such as BALE or CANDY
 * @param unitFactor of per_unit: how many base units of the commodity are in one unit
 */
public record CommissionStructureSet(
    UUID structureId,
    @Nullable UUID commodityId,
    @Nullable UUID tradeTypeId,
    String name,
    String type,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal rate,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal fixedAmount,
    List<Tier> tiers,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal minAmount,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal maxAmount,
    String appliesTo,
    String currency,
    boolean active,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amountPerUnit,
    @Nullable String unit,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal unitFactor)
    implements SettingsEvent {

  /** The rate for values from here up to the next tier. */
  public record Tier(
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal fromValue,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal rate) {}
}
