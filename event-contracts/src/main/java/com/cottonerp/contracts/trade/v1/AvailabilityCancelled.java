package com.cottonerp.contracts.trade.v1;

import java.util.UUID;

/** The seller withdrew the offer. */
public record AvailabilityCancelled(
    UUID availabilityId, UUID sellerId, UUID commodityId, UUID locationId, String reason)
    implements AvailabilityEvent {}
