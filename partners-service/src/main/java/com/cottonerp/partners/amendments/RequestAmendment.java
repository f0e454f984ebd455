package com.cottonerp.partners.amendments;

import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.partners.partner.BusinessPartner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Somebody asks for a change of a partner; somebody else decides. In the caller's transaction. */
@ApplicationScoped
class RequestAmendment {
  private final Amendments amendments;
  private final ApprovedChanges changes;
  private final Caller caller;
  private final IdSource ids;
  private final Clock clock;

  RequestAmendment(
      Amendments amendments, ApprovedChanges changes, Caller caller, IdSource ids, Clock clock) {
    this.amendments = amendments;
    this.changes = changes;
    this.caller = caller;
    this.ids = ids;
    this.clock = clock;
  }

  Uni<Amendment> request(BusinessPartner partner, AmendmentBody body) {
    partner.mustNotBeInactive();
    body.proposed().mustFit(body.type());
    changes.check(partner, body.type(), body.proposed());
    return amendments.persist(
        Amendment.requested(ids.next(), partner.id(), body, caller.userId(), clock.instant()));
  }
}
