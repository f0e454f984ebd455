package com.cottonerp.contracts.trade.v1;

import com.cottonerp.contracts.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * The last offer was accepted; its stock is reserved.
 *
 * @param brokerUser the id of the user of the brokerage who accepted it on behalf of the side; null
 *     when the side did so itself, and in events from before 2026-12
 * @param tradeTerms on which they agreed; null in events from before 2026-12
 * @param brokerage null when no commission structure fits, and in events from before 2026-12
 */
public record NegotiationAccepted(
    UUID negotiationId,
    UUID matchId,
    UUID buyerId,
    UUID sellerId,
    String acceptedBy,
    Money price,
    String priceUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quantity,
    String quantityUnit,
    Money value,
    UUID reservationId,
    @Nullable String brokerUser,
    @Nullable List<TradeTerm> tradeTerms,
    @Nullable Brokerage brokerage)
    implements NegotiationEvent {}
