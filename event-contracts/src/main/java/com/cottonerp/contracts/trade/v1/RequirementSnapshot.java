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
    @Nullable List<TradeTerm> tradeTerms) {}
