package com.cottonerp.contracts.trade.v1;

import java.util.UUID;

/** The parties did not agree in time. */
public record NegotiationExpired(UUID negotiationId, UUID matchId, UUID buyerId, UUID sellerId)
    implements NegotiationEvent {}
