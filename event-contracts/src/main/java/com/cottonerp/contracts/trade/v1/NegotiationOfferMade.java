package com.cottonerp.contracts.trade.v1;

import com.cottonerp.contracts.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.UUID;

/** One side made an offer. */
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
    String quantityUnit)
    implements NegotiationEvent {}
