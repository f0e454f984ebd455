package com.cottonerp.tradedesk.requirements;

import com.cottonerp.defaults.problem.InvalidField;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the buyer reckons for carrying goods that are sold ex-gin, in the currency of the
 * requirement: by the distance, or flat. Immutable.
 *
 * @param perBaseUnitKm for one base unit and one kilometre
 * @param flat for one price unit of the requirement
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Freight(
    @Nullable
        @Positive
        @Digits(integer = 9, fraction = 8)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
            description =
                "For one base unit and one kilometre, such as 0.0025 for 2.50 a tonne and km where"
                    + " the base unit is a kilogram. This or flat")
        @Column(name = "freight_per_base_unit_km")
        BigDecimal perBaseUnitKm,
    @Nullable
        @Positive
        @Digits(integer = 13, fraction = 4)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(description = "For one price unit, whatever the distance. This or perBaseUnitKm")
        @Column(name = "freight_flat")
        BigDecimal flat) {

  /** Refuses both at once, and neither. */
  static void mustBeOne(Freight freight) {
    if (freight != null && (freight.perBaseUnitKm == null) == (freight.flat == null)) {
      throw new InvalidField("/freight", "is perBaseUnitKm or flat, one of them").refused();
    }
  }
}
