package com.cottonerp.contracts.trade.v1;

import java.util.UUID;

/** A seller offers stock. */
public record AvailabilityPosted(
    UUID availabilityId, UUID sellerId, UUID commodityId, UUID locationId) implements TradeEvent {}
