package com.cottonerp.contracts.trade.v1;

import com.cottonerp.contracts.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The full published state of a wish to buy.
 *
 * @param deliveryLocationId the first registered delivery place
 * @param wantedBaseQuantity the preferred quantity, or else the least, in base units
 * @param value of that quantity at the highest price
 * @param acceptsOtherStates whether goods may lie in other states than the delivery places. Absent
 *     in older events
 * @param freightPerBaseUnitKm what the buyer reckons for carrying one base unit over a kilometre
 * @param freightFlat what the buyer reckons for carrying one price unit; at most one of both
 */
public record RequirementSnapshot(
    UUID requirementId,
    UUID buyerId,
    UUID commodityId,
    UUID deliveryLocationId,
    String number,
    List<PostPlace> deliveryPlaces,
    UUID branchId,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal minQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal preferredQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal maxQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal purchasedQuantity,
    String quantityUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal wantedBaseQuantity,
    String baseUnit,
    Money maxPrice,
    Money preferredPrice,
    String priceUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal maxPricePerBaseUnit,
    Money value,
    List<QualityDemand> quality,
    String visibility,
    Boolean blockedInternalTrades,
    String urgency,
    String intent,
    String status,
    Instant expiresAt,
    @Nullable String brokerUser,
    @Nullable List<TradeTerm> tradeTerms,
    @Nullable Boolean acceptsOtherStates,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal freightPerBaseUnitKm,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal freightFlat) {}
