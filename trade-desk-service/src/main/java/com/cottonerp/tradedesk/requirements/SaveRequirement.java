package com.cottonerp.tradedesk.requirements;

import com.cottonerp.tradedesk.matchrequests.MatchRequests;
import com.cottonerp.tradedesk.positions.Positions;
import com.cottonerp.tradedesk.posting.Side;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Saves a requirement with what follows from its change, in the caller's transaction: its position
 * shows what is open, and a requirement that may be bought for looks for sellers.
 */
@ApplicationScoped
class SaveRequirement {
  private final Requirements requirements;
  private final Positions positions;
  private final MatchRequests matches;

  SaveRequirement(Requirements requirements, Positions positions, MatchRequests matches) {
    this.requirements = requirements;
    this.positions = positions;
    this.matches = matches;
  }

  Uni<Requirement> save(Requirement requirement) {
    return requirements
        .save(requirement)
        .call(saved -> movePosition(saved.facts()))
        .call(saved -> lookForSellers(saved.facts()));
  }

  private Uni<Void> movePosition(RequirementFacts saved) {
    return saved.status().isOpen()
        ? positions.keepOpen(saved.id(), Side.BUY, saved.openBaseQuantity(), saved.openValue())
        : positions.close(saved.id(), Side.BUY, saved.status().name());
  }

  private Uni<Void> lookForSellers(RequirementFacts saved) {
    return saved.status().isWanted()
        ? matches.request(Side.BUY, saved.id())
        : Uni.createFrom().voidItem();
  }
}
