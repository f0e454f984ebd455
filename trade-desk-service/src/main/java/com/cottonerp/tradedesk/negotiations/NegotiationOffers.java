package com.cottonerp.tradedesk.negotiations;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The offers of all negotiations. */
@ApplicationScoped
class NegotiationOffers implements PanacheRepositoryBase<NegotiationOffer, UUID> {
  Uni<List<NegotiationOffer>> of(UUID negotiationId) {
    return list("negotiationId = ?1 order by round", negotiationId);
  }

  /** What becomes of the offer that stands. */
  Uni<Void> settle(UUID negotiationId, NegotiationOffer.Status next) {
    return list(
            "negotiationId = ?1 and status = ?2", negotiationId, NegotiationOffer.Status.PENDING)
        .invoke(standing -> standing.forEach(offer -> offer.status = next))
        .replaceWithVoid();
  }
}
