package com.cottonerp.contracts.trade.v1;

import java.util.UUID;

/** One side left. */
public record NegotiationRejected(
    UUID negotiationId, UUID matchId, UUID buyerId, UUID sellerId, String rejectedBy, String reason)
    implements NegotiationEvent {}
