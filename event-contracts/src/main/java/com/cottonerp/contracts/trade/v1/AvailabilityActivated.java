package com.cottonerp.contracts.trade.v1;

import java.util.UUID;

/** An offer is open: risk let it pass, and it may be matched. */
public record AvailabilityActivated(
    UUID availabilityId, UUID sellerId, UUID commodityId, String riskStatus, Integer riskScore)
    implements AvailabilityEvent {}
