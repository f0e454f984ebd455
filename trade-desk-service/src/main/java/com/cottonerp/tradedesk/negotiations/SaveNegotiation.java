package com.cottonerp.tradedesk.negotiations;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Saves a negotiation with what becomes of the offer that stood, in the caller's transaction. */
@ApplicationScoped
class SaveNegotiation {
  private final Negotiations negotiations;
  private final NegotiationOffers offers;

  SaveNegotiation(Negotiations negotiations, NegotiationOffers offers) {
    this.negotiations = negotiations;
    this.offers = offers;
  }

  /**
   * @param settled what becomes of the offer that stood
   */
  Uni<Negotiation> save(Negotiation negotiation, NegotiationOffer.Status settled) {
    return offers.settle(negotiation.id(), settled).chain(() -> negotiations.save(negotiation));
  }

  /** With an offer that takes the place of the one that stood. */
  Uni<Negotiation> saveWith(Negotiation negotiation, NegotiationOffer offer) {
    return offers
        .settle(negotiation.id(), NegotiationOffer.Status.COUNTERED)
        .chain(() -> offers.persist(offer))
        .chain(() -> negotiations.save(negotiation));
  }
}
