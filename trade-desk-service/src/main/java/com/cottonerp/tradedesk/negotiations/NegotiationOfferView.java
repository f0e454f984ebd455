package com.cottonerp.tradedesk.negotiations;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;

/** An offer as the API shows it; price and quantity in the units of the negotiation. */
public record NegotiationOfferView(
    int round,
    String offeredBy,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal price,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quantity,
    String message,
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
