package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.contracts.Money;
import com.cottonerp.tradedesk.posting.Side;
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
    List<NegotiationOfferView> offers,
    Instant startedAt,
    Instant expiresAt) {

  /**
   * @param offers null in lists
   * @param viewer null for internal users
   */
  static NegotiationView of(Negotiation negotiation, List<NegotiationOffer> offers, Side viewer) {
    return new NegotiationView(
        negotiation.id(),
        negotiation.matchId(),
        negotiation.counterparts().requirementId(),
        negotiation.counterparts().availabilityId(),
        negotiation.counterparts().buyerId(),
        negotiation.counterparts().sellerId(),
        negotiation.counterparts().commodityId(),
        negotiation.status(),
        negotiation.round(),
        negotiation.startedBy().party(),
        party(negotiation.lastOfferBy()),
        negotiation.showsPriceTo(viewer) ? negotiation.terms().money() : null,
        negotiation.terms().priceUnit(),
        negotiation.terms().quantity(),
        negotiation.terms().quantityUnit(),
        negotiation.reservationId(),
        party(negotiation.endedBy()),
        negotiation.reason(),
        offers == null ? null : offers.stream().map(NegotiationOfferView::of).toList(),
        negotiation.startedAt(),
        negotiation.expiresAt());
  }

  private static String party(Side side) {
    return side == null ? null : side.party();
  }
}
