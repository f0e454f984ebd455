package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.TradeTerm;
import com.cottonerp.tradedesk.posting.Side;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A negotiation as its parties see it: from its start they know each other.
 *
 * @param startedBy buyer or seller, like lastOfferBy and endedBy
 * @param lastOfferBy left out until there is an offer
 * @param price the last that was offered, for one priceUnit; left out for a seller who asked for
 *     none, until there is an offer
 * @param reservationId of the stock; left out unless the parties agreed
 * @param endedBy who accepted or left; left out while it goes on, and when its time was over
 * @param reason of the party that left; left out unless a party left
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
    @Schema(description = "buyer or seller") String startedBy,
    @Nullable @Schema(description = "buyer or seller; left out until there is an offer")
        String lastOfferBy,
    @Nullable
        @Schema(
            description =
                "For one priceUnit; left out for a seller who asked for none, until there is an offer")
        Money price,
    String priceUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quantity,
    String quantityUnit,
    @Nullable @Schema(description = "Of the stock; left out unless the parties agreed")
        UUID reservationId,
    @Nullable
        @Schema(
            description =
                "buyer or seller, who accepted or left; left out while it goes on, and when its time was over")
        String endedBy,
    @Nullable @Schema(description = "Left out unless a party left") String reason,
    @Nullable @Schema(description = "Oldest first; left out in lists")
        List<NegotiationOfferView> offers,
    @Schema(description = "The terms of trade that are on the table, or agreed")
        List<TradeTerm> tradeTerms,
    @Schema(description = "Whether the brokerage last acted for the buyer, on its behalf")
        boolean buyerByBroker,
    @Schema(description = "Whether the brokerage last acted for the seller, on its behalf")
        boolean sellerByBroker,
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
        negotiation.tradeTerms().all(),
        negotiation.brokers().actForBuyer(),
        negotiation.brokers().actForSeller(),
        negotiation.startedAt(),
        negotiation.expiresAt());
  }

  private static String party(Side side) {
    return side == null ? null : side.party();
  }
}
