package com.cottonerp.contracts.settings.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * The full published state of a commodity.
 *
 * @param tradeUnitFactor how many base units are in one trade unit, exactly
 * @param rateUnitFactor how many base units are in one rate unit, exactly
 * @param circularTradingBlocked whether a partner with an open buy may not sell, and the other way
 */
public record CommoditySnapshot(
    UUID commodityId,
    String code,
    String name,
    String category,
    String hsnCode,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal gstRate,
    String baseUnit,
    String tradeUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal tradeUnitFactor,
    String rateUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal rateUnitFactor,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal standardWeightPerUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal deliveryTolerancePercent,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal weightTolerancePercent,
    String currency,
    List<QualityParameter> parameters,
    TradeRules exportRules,
    TradeRules importRules,
    boolean circularTradingBlocked,
    boolean active) {}
