package com.cottonerp.risk.standings;

import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** How risk sees all partners. */
@ApplicationScoped
class PartnerRiskProfiles extends AggregateRepository<PartnerRiskProfile> {
  @Override
  protected RefusedException missing(UUID id) {
    return new NotFound("risk profile", id).refused();
  }

  /**
   * Locked first, so that what is counted next is counted by one at a time: two trades of a partner
   * at once are both in the second count.
   */
  Uni<PartnerRiskProfile> toAssess(UUID partnerId) {
    return findById(partnerId, LockModeType.PESSIMISTIC_WRITE)
        .map(known -> known == null ? PartnerRiskProfile.of(partnerId) : known);
  }
}
