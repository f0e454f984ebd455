package com.cottonerp.contracts.trade.v1;

import com.cottonerp.contracts.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.UUID;

/** The last offer was accepted; its stock is reserved. */
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
    UUID reservationId)
    implements NegotiationEvent {}
