package com.cottonerp.contracts.trade.v1;

import com.cottonerp.contracts.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * One side made an offer.
 *
 * @param brokerUser the id of the user of the brokerage who made it on behalf of the side; null
 *     when the side did so itself, and in events from before 2026-12
 * @param tradeTerms which are on the table; null in events from before 2026-12
 */
public record NegotiationOfferMade(
    UUID negotiationId,
    UUID matchId,
    UUID buyerId,
    UUID sellerId,
    Integer round,
    String offeredBy,
    Money price,
    String priceUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quantity,
    String quantityUnit,
    @Nullable String brokerUser,
    @Nullable List<TradeTerm> tradeTerms)
    implements NegotiationEvent {}
