package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.defaults.problem.InvalidField;
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

  /**
   * @param brokerUser the user, when it is one of the brokerage who acts for the seller; else null
   */
  Uni<Availability> change(
      Availability availability, String by, String brokerUser, AvailabilityBody body) {
    AvailabilityFacts before = availability.facts();
    if (!before.commodityId().equals(body.commodityId())) {
      throw new InvalidField("/commodityId", "stays as it is").refused();
    }
    return terms
        .check(before.sellerId(), body, before.terms().expiresAt())
        .invoke(
            checked ->
                availability.change(
                    body.total(),
                    checked.terms(),
                    checked.approvalNeeded(),
                    new Availability.Change(by, brokerUser)))
        .chain(() -> saving.save(availability));
  }
}
