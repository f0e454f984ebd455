package com.cottonerp.contracts.trade.v1;

import com.cottonerp.contracts.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The full published state of an offer to sell.
 *
 * @param price for one priceUnit; null when it is to be negotiated
 * @param value of everything that is available
 * @param brokerUser the id of the user of the brokerage who posted it on behalf of the seller; null
 *     when the seller did, and in events from before 2026-12
 * @param cropYear the season, such as 2026-27
 * @param tradeTerms which the seller names; null in events from before 2026-12
 * @param deliveryBasis EX_GIN or DELIVERED: what the price includes. Absent in older events
 */
public record AvailabilitySnapshot(
    UUID availabilityId,
    UUID sellerId,
    UUID commodityId,
    UUID locationId,
    PostPlace place,
    UUID branchId,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal totalQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal availableQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal reservedQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal soldQuantity,
    String quantityUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal totalBaseQuantity,
    String baseUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal minOrderQuantity,
    Boolean partialOrders,
    Money price,
    String priceUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal pricePerBaseUnit,
    Money value,
    List<QualityValue> quality,
    String visibility,
    Boolean blockedForBranches,
    String status,
    Instant expiresAt,
    @Nullable String brokerUser,
    @Nullable String variety,
    @Nullable String cropYear,
    @Nullable List<TradeTerm> tradeTerms,
    @Nullable String deliveryBasis) {}
