package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.contracts.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A negotiation as its parties see it: from its start they know each other.
 *
 * @param price the last that was offered, for one priceUnit; null for a seller who asked for none,
 *     until there is an offer
 * @param offers oldest first; left out in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NegotiationView(
    UUID id,
    UUID matchId,
    UUID requirementId,
    UUID availabilityId,
    UUID buyerId,
    UUID sellerId,
    UUID commodityId,
    NegotiationStatus status,
    int round,
    String startedBy,
    String lastOfferBy,
    Money price,
    String priceUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quantity,
    String quantityUnit,
    UUID reservationId,
    String endedBy,
    String reason,
    List<NegotiationOffer.View> offers,
    Instant startedAt,
    Instant expiresAt) {}
