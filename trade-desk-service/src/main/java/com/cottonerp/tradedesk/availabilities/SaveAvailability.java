package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.tradedesk.matchrequests.MatchRequests;
import com.cottonerp.tradedesk.positions.Positions;
import com.cottonerp.tradedesk.posting.Side;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Saves an availability with what follows from its change, in the caller's transaction: its
 * position shows what is open, and stock that can be had looks for buyers.
 */
@ApplicationScoped
class SaveAvailability {
  private final Availabilities availabilities;
  private final Positions positions;
  private final MatchRequests matches;

  SaveAvailability(Availabilities availabilities, Positions positions, MatchRequests matches) {
    this.availabilities = availabilities;
    this.positions = positions;
    this.matches = matches;
  }

  Uni<Availability> save(Availability availability) {
    return availabilities
        .save(availability)
        .call(saved -> movePosition(saved.facts()))
        .call(saved -> lookForBuyers(saved.facts()));
  }

  private Uni<Void> movePosition(AvailabilityFacts saved) {
    return saved.status().isOpen()
        ? positions.keepOpen(saved.id(), Side.SELL, saved.openBaseQuantity(), saved.openValue())
        : positions.close(saved.id(), Side.SELL, saved.status().name());
  }

  private Uni<Void> lookForBuyers(AvailabilityFacts saved) {
    return saved.status() == AvailabilityStatus.ACTIVE
        ? matches.request(Side.SELL, saved.id())
        : Uni.createFrom().voidItem();
  }
}
