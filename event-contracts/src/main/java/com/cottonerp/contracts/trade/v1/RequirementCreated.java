package com.cottonerp.contracts.trade.v1;

import java.util.UUID;

/** A buyer looks for goods. */
public record RequirementCreated(
    UUID requirementId, UUID buyerId, UUID commodityId, UUID deliveryLocationId)
    implements TradeEvent {}
