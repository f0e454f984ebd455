package com.cottonerp.contracts.trade.v1;

import java.util.UUID;

/** Nobody took the offer in time. */
public record AvailabilityExpired(UUID availabilityId, UUID sellerId, UUID commodityId)
    implements AvailabilityEvent {}
