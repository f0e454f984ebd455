package com.cottonerp.settings.commodities;

import com.cottonerp.settings.units.Unit;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A commodity as the API shows it. */
public record CommodityView(
    UUID id,
    String code,
    String name,
    String category,
    @Nullable String hsnCode,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal gstRate,
    @Nullable String description,
    Unit baseUnit,
    Unit tradeUnit,
    Unit rateUnit,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal standardWeightPerUnit,
    @Nullable
        @Schema(description = "In base units; null: the usual 355.6222 kg")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal candyWeight,
    String currency,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal deliveryTolerancePercent,
    @Nullable
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(deprecated = true, description = "Kept, but nothing reads it")
        BigDecimal weightTolerancePercent,
    List<Parameter> parameters,
    List<Variety> varieties,
    @Nullable TradeRulesBody exportRules,
    @Nullable TradeRulesBody importRules,
    boolean circularTradingBlocked,
    boolean active) {}
