package com.cottonerp.contracts.trade.v1;

import com.cottonerp.contracts.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** The parties of a match negotiate; from now on they know each other. */
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
    Instant expiresAt)
    implements NegotiationEvent {}
