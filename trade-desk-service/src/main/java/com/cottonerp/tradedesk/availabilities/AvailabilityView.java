package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.contracts.trade.v1.QualityValue;
import com.cottonerp.tradedesk.posting.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An offer as the API shows it.
 *
 * @param availableBaseQuantity what is available, in base units
 * @param price for one priceUnit; null = to be negotiated
 * @param value of what is not sold yet
 */
public record AvailabilityView(
    UUID id,
    UUID sellerId,
    UUID commodityId,
    AvailabilityStatus status,
    PostPlace place,
    UUID branchId,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal totalQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal availableQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal reservedQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal soldQuantity,
    String quantityUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal availableBaseQuantity,
    String baseUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal minOrderQuantity,
    boolean partialOrders,
    Money price,
    String priceUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal pricePerBaseUnit,
    Money value,
    List<QualityValue> quality,
    Visibility visibility,
    List<UUID> restrictedBuyers,
    String notes,
    String riskStatus,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal riskScore,
    String blockReasons,
    Instant createdAt,
    Instant expiresAt) {}
