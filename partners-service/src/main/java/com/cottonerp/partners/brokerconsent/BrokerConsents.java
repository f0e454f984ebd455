package com.cottonerp.partners.brokerconsent;

import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The consents of all partners: one of each at most. */
@ApplicationScoped
class BrokerConsents extends AggregateRepository<BrokerConsent> {
  @Override
  protected RefusedException missing(UUID id) {
    return new NotFound("broker consent", id).refused();
  }

  /** Fails with 404 when the partner never said anything. */
  Uni<BrokerConsent> ofPartner(UUID partnerId) {
    return findOfPartner(partnerId).onItem().ifNull().failWith(() -> missing(partnerId));
  }

  /** Null when the partner never said anything. */
  Uni<BrokerConsent> findOfPartner(UUID partnerId) {
    return find("partnerId", partnerId).firstResult();
  }
}
