package com.cottonerp.partners.partner;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Changes of one partner that need nothing but the partner: the aggregate decides, then it is
 * saved.
 */
@ApplicationScoped
class PartnerChanges {
  private final Partners partners;
  private final Clock clock;

  PartnerChanges(Partners partners, Clock clock) {
    this.partners = partners;
    this.clock = clock;
  }

  Uni<BusinessPartner> make(BusinessPartner partner, Consumer<BusinessPartner> change) {
    change.accept(partner);
    return partners.save(partner);
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }
}
