package com.cottonerp.contracts.trade.v1;

import com.cottonerp.contracts.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The parties of a match negotiate; from now on they know each other.
 *
 * @param brokerUser the id of the user of the brokerage who started it on behalf of the side; null
 *     when the side did so itself, and in events from before 2026-12
 * @param tradeTerms which are on the table; null in events from before 2026-12
 */
public record NegotiationStarted(
    UUID negotiationId,
    UUID matchId,
    UUID buyerId,
    UUID sellerId,
    String startedBy,
    Money price,
    String priceUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quantity,
    String quantityUnit,
    Instant expiresAt,
    @Nullable String brokerUser,
    @Nullable List<TradeTerm> tradeTerms)
    implements NegotiationEvent {}
