package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.tradedesk.posting.ActingUser;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A seller changes an availability: it waits for risk again. */
@ApplicationScoped
class ChangeAvailability {
  private final AvailabilityTermsCheck terms;
  private final SaveAvailability saving;

  ChangeAvailability(AvailabilityTermsCheck terms, SaveAvailability saving) {
    this.terms = terms;
    this.saving = saving;
  }

  Uni<Availability> change(Availability availability, ActingUser by, AvailabilityBody body) {
    AvailabilityFacts before = availability.facts();
    if (!before.commodityId().equals(body.commodityId())) {
      throw new InvalidField("/commodityId", "stays as it is").refused();
    }
    return terms
        .check(before.sellerId(), body, before.terms().expiresAt())
        .invoke(
            checked ->
                availability.change(body.total(), checked.terms(), checked.approvalNeeded(), by))
        .chain(() -> saving.save(availability));
  }
}
