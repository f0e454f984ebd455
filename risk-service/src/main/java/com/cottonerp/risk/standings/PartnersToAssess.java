package com.cottonerp.risk.standings;

import com.cottonerp.contracts.partners.v1.PartnerApplicationRejected;
import com.cottonerp.contracts.partners.v1.PartnerApplicationSubmitted;
import com.cottonerp.contracts.partners.v1.PartnerApproved;
import com.cottonerp.contracts.partners.v1.PartnerCapabilitiesChanged;
import com.cottonerp.contracts.partners.v1.PartnerCreated;
import com.cottonerp.contracts.partners.v1.PartnerCreditLimitChanged;
import com.cottonerp.contracts.partners.v1.PartnerDeactivated;
import com.cottonerp.contracts.partners.v1.PartnerDocumentRejected;
import com.cottonerp.contracts.partners.v1.PartnerDocumentUploaded;
import com.cottonerp.contracts.partners.v1.PartnerDocumentVerified;
import com.cottonerp.contracts.partners.v1.PartnerEmployeeAccessChanged;
import com.cottonerp.contracts.partners.v1.PartnerEvent;
import com.cottonerp.contracts.partners.v1.PartnerKycExpired;
import com.cottonerp.contracts.partners.v1.PartnerKycRenewed;
import com.cottonerp.contracts.partners.v1.PartnerLocationAdded;
import com.cottonerp.contracts.partners.v1.PartnerLocationRemoved;
import com.cottonerp.contracts.partners.v1.PartnerLocationUpdated;
import com.cottonerp.contracts.partners.v1.PartnerReactivated;
import com.cottonerp.contracts.partners.v1.PartnerRelationshipsChanged;
import com.cottonerp.contracts.partners.v1.PartnerSuspended;
import com.cottonerp.contracts.partners.v1.PartnerUpdated;
import com.cottonerp.eventing.inbox.EventPosition;
import com.cottonerp.eventing.inbox.Projection;
import com.cottonerp.eventing.inbox.Routes;
import com.cottonerp.risk.assessment.OpenPairs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Assesses a partner whose limit, rating or keys changed. No read model; never rebuilt. */
@ApplicationScoped
public class PartnersToAssess implements Projection {
  private final AssessPartner handler;
  private final OpenPairs pairs;
  private final Routes<PartnerEvent> routes;

  PartnersToAssess(AssessPartner handler, OpenPairs pairs) {
    this.handler = handler;
    this.pairs = pairs;
    routes =
        Routes.from(PartnerEvent.TOPIC, PartnerEvent.class)
            .on(PartnerApproved.class, (e, at) -> all(e.partnerId(), at))
            .on(PartnerUpdated.class, (e, at) -> all(e.partner().partnerId(), at))
            .on(
                PartnerCreditLimitChanged.class,
                (e, at) -> handler.assess(e.partnerId()).chain(() -> again(e.partnerId(), at)))
            .on(
                PartnerRelationshipsChanged.class,
                (e, at) -> handler.findLinks(e.partnerId()).chain(() -> again(e.partnerId(), at)))
            .ignoring(
                PartnerCreated.class,
                PartnerCapabilitiesChanged.class,
                PartnerLocationAdded.class,
                PartnerLocationUpdated.class,
                PartnerLocationRemoved.class,
                PartnerSuspended.class,
                PartnerReactivated.class,
                PartnerDeactivated.class,
                PartnerKycExpired.class,
                PartnerKycRenewed.class,
                PartnerEmployeeAccessChanged.class,
                PartnerDocumentUploaded.class,
                PartnerDocumentVerified.class,
                PartnerDocumentRejected.class,
                PartnerApplicationSubmitted.class,
                PartnerApplicationRejected.class)
            .complete();
  }

  private Uni<Void> all(UUID partnerId, EventPosition at) {
    return handler
        .assess(partnerId)
        .chain(() -> handler.findLinks(partnerId))
        .chain(() -> again(partnerId, at));
  }

  /** Whatever it is about to agree upon. */
  private Uni<Void> again(UUID partnerId, EventPosition at) {
    return pairs.assessAgain(partnerId, at.eventId());
  }

  @Override
  public String name() {
    return "partners-to-assess";
  }

  @Override
  public Routes<PartnerEvent> routes() {
    return routes;
  }
}
