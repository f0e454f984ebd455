package com.cottonerp.settings.commissions;

import com.cottonerp.defaults.commission.CommissionRule;
import com.cottonerp.defaults.commission.CommissionType;
import com.cottonerp.defaults.validation.CurrencyCode;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a new or changed commission structure, for a commodity, for a trade type, or for a
 * commodity in one trade type.
 *
 * @param rate percent, for the type percentage
 * @param amountPerUnit for the type per_unit, which needs a commodity and a unit
 * @param currency null: INR
 * @param active null: true
 */
public record CommissionBody(
    UUID commodityId,
    UUID tradeTypeId,
    @NotBlank @Size(max = 100) String name,
    @NotNull CommissionType type,
    @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 4)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal rate,
    @DecimalMin("0")
        @Digits(integer = 13, fraction = 2)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal fixedAmount,
    @Size(max = 20) List<@NotNull @Valid CommissionTier> tiers,
    @Schema(description = "For each unit of the quantity, for the type per_unit")
        @DecimalMin("0")
        @Digits(integer = 11, fraction = 4)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal amountPerUnit,
    @Schema(
            description =
                "A unit of the commodity such as BALE or CANDY, for the type per_unit. A trade that is counted or"
                    + " priced in it counts it itself; in others it weighs what it weighs when the structure is set")
        @Size(max = 20)
        String unit,
    @DecimalMin("0")
        @Digits(integer = 13, fraction = 2)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal minAmount,
    @DecimalMin("0")
        @Digits(integer = 13, fraction = 2)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal maxAmount,
    @NotNull AppliesTo appliesTo,
    @CurrencyCode @Pattern(regexp = "[A-Z]{3}", message = "is an ISO-4217 code") String currency,
    Boolean active) {

  CommissionRule rule() {
    return new CommissionRule(
            type,
            rate,
            fixedAmount,
            tiers == null ? List.of() : tiers.stream().map(CommissionTier::toRule).toList(),
            amountPerUnit,
            minAmount,
            maxAmount)
        .checked();
  }
}
