package com.cottonerp.settings.commodities;

import com.cottonerp.defaults.validation.CurrencyCode;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a new or changed commodity.
 *
 * @param parameters null for a new commodity: the parameters of its category
 * @param circularTradingBlocked null: true
 */
public record CommodityBody(
    @NotNull
        @Pattern(
            regexp = "[A-Z0-9][A-Z0-9_-]{1,29}",
            message = "is 2 to 30 capitals, digits, dashes or underscores")
        String code,
    @NotBlank @Size(max = 200) String name,
    @NotBlank @Size(max = 100) String category,
    @Pattern(regexp = "[0-9]{4}([0-9]{2}){0,2}", message = "is 4, 6 or 8 digits") String hsnCode,
    @NotNull
        @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal gstRate,
    @Size(max = 2000) String description,
    @NotBlank @Size(max = 50) String baseUnit,
    @NotBlank @Size(max = 50) String tradeUnit,
    @NotBlank @Size(max = 50) String rateUnit,
    @Positive
        @Digits(integer = 8, fraction = 4)
        @Schema(description = "Of a bale or bag, in base units; without it the usual weight")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal standardWeightPerUnit,
    @Positive
        @Digits(integer = 8, fraction = 4)
        @Schema(description = "Of a candy, in base units; without it the usual 355.6222 kg")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal candyWeight,
    @CurrencyCode @Pattern(regexp = "[A-Z]{3}", message = "is an ISO-4217 code") String currency,
    @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
            description =
                "How much more than the most that a buyer wants may be agreed on. A requirement takes"
                    + " it from the commodity when it is posted")
        BigDecimal deliveryTolerancePercent,
    @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
            deprecated = true,
            description = "Kept, but nothing reads it: goods are not weighed here")
        BigDecimal weightTolerancePercent,
    @Size(max = 50) List<@NotNull @Valid Parameter> parameters,
    @Size(max = 200) List<@NotNull @Valid Variety> varieties,
    @Valid TradeRulesBody exportRules,
    @Valid TradeRulesBody importRules,
    Boolean circularTradingBlocked) {}
