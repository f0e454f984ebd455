package com.cottonerp.contracts.trade.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.UUID;

/** At least the least quantity is bought. */
public record RequirementPartiallyFulfilled(
    UUID requirementId,
    UUID buyerId,
    UUID commodityId,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal purchasedQuantity,
    String quantityUnit,
    UUID tradeId)
    implements RequirementEvent {}
