package com.cottonerp.settings.commissions;

import com.cottonerp.defaults.commission.CommissionRule;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/** The percentage for values from this tier's start up to the next tier, in a body. */
public record CommissionTier(
    @NotNull
        @DecimalMin("0")
        @Digits(integer = 13, fraction = 2)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal fromValue,
    @NotNull
        @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 4)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal rate) {

  CommissionRule.Tier toRule() {
    return new CommissionRule.Tier(fromValue, rate);
  }
}
