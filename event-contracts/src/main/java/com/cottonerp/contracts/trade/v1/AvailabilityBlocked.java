package com.cottonerp.contracts.trade.v1;

import java.util.List;
import java.util.UUID;

/** An offer is not open: risk refused it. */
public record AvailabilityBlocked(
    UUID availabilityId, UUID sellerId, UUID commodityId, List<String> reasons)
    implements AvailabilityEvent {}
