package com.cottonerp.contracts.trade.v1;

import java.util.UUID;

/** Nobody began to negotiate in time. */
public record MatchExpired(
    UUID matchId, UUID requirementId, UUID availabilityId, UUID buyerId, UUID sellerId)
    implements MatchEvent {}
