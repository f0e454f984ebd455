package com.cottonerp.contracts.trade.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.UUID;

/** Stock that was held is free again; the quantities after it. */
public record AvailabilityReleased(
    UUID availabilityId,
    UUID sellerId,
    UUID reservationId,
    UUID buyerId,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal availableQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal reservedQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal soldQuantity,
    String quantityUnit,
    String reason)
    implements AvailabilityEvent {}
