package com.cottonerp.contracts.trade.v1;

import jakarta.annotation.Nullable;
import java.util.UUID;

/**
 * One side left.
 *
 * @param brokerUser the id of the user of the brokerage who left on behalf of the side; null when
 *     the side did so itself, and in events from before 2026-12
 */
public record NegotiationRejected(
    UUID negotiationId,
    UUID matchId,
    UUID buyerId,
    UUID sellerId,
    String rejectedBy,
    String reason,
    @Nullable String brokerUser)
    implements NegotiationEvent {}
