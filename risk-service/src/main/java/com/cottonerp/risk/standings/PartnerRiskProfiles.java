package com.cottonerp.risk.standings;

import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** The standings of all partners. */
@ApplicationScoped
class PartnerRiskProfiles extends AggregateRepository<PartnerRiskProfile> {
  @Override
  protected RefusedException missing(UUID id) {
    return new NotFound("risk profile", id).refused();
  }

  /**
   * Locks the profile first, so that one transaction at a time counts the partner's trades: of two
   * concurrent trades, the second count includes both.
   */
  Uni<PartnerRiskProfile> toAssess(UUID partnerId) {
    return findById(partnerId, LockModeType.PESSIMISTIC_WRITE)
        .map(known -> known == null ? PartnerRiskProfile.of(partnerId) : known);
  }
}
