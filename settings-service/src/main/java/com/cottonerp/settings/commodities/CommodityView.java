package com.cottonerp.settings.commodities;

import com.cottonerp.settings.units.Unit;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** A commodity as the API shows it. */
public record CommodityView(
    UUID id,
    String code,
    String name,
    String category,
    String hsnCode,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal gstRate,
    String description,
    Unit baseUnit,
    Unit tradeUnit,
    Unit rateUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal standardWeightPerUnit,
    String currency,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal deliveryTolerancePercent,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal weightTolerancePercent,
    List<Parameter> parameters,
    List<Variety> varieties,
    TradeRulesBody exportRules,
    TradeRulesBody importRules,
    boolean circularTradingBlocked,
    boolean active) {}
