package com.cottonerp.contracts.trade.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.UUID;

/** All of it is bought. */
public record RequirementFulfilled(
    UUID requirementId,
    UUID buyerId,
    UUID commodityId,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal purchasedQuantity,
    String quantityUnit,
    UUID tradeId)
    implements RequirementEvent {}
