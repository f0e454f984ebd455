package com.cottonerp.risk.standings;

import com.cottonerp.eventing.outbox.AggregateRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** How risk sees all partners. */
@ApplicationScoped
class PartnerRiskProfiles extends AggregateRepository<PartnerRiskProfile> {
  /**
   * Locked first, so that what is counted next is counted by one at a time: two trades of a partner
   * at once are both in the second count.
   */
  Uni<PartnerRiskProfile> toAssess(UUID partnerId) {
    return findById(partnerId, LockModeType.PESSIMISTIC_WRITE)
        .map(known -> known == null ? PartnerRiskProfile.of(partnerId) : known);
  }
}
