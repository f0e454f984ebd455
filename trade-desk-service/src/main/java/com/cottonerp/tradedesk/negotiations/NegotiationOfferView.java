package com.cottonerp.tradedesk.negotiations;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An offer as the API shows it; price and quantity in the units of the negotiation.
 *
 * @param offeredBy buyer or seller
 * @param price for one priceUnit of the negotiation, in its currency
 * @param message null when the party wrote none
 */
public record NegotiationOfferView(
    int round,
    @Schema(description = "buyer or seller") String offeredBy,
    @Schema(description = "For one priceUnit of the negotiation, in its currency")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal price,
    @Schema(description = "In quantityUnit of the negotiation")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal quantity,
    @Nullable String message,
    NegotiationOffer.Status status,
    Instant offeredAt) {

  static NegotiationOfferView of(NegotiationOffer offer) {
    return new NegotiationOfferView(
        offer.round,
        offer.offeredBy.party(),
        offer.price,
        offer.quantity,
        offer.message,
        offer.status,
        offer.offeredAt);
  }
}
