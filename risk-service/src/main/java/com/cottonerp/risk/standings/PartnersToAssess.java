package com.cottonerp.risk.standings;

import com.cottonerp.contracts.partners.v1.PartnerApplicationEvent;
import com.cottonerp.contracts.partners.v1.PartnerApproved;
import com.cottonerp.contracts.partners.v1.PartnerBrokerConsentChanged;
import com.cottonerp.contracts.partners.v1.PartnerCapabilitiesChanged;
import com.cottonerp.contracts.partners.v1.PartnerCreated;
import com.cottonerp.contracts.partners.v1.PartnerCreditLimitChanged;
import com.cottonerp.contracts.partners.v1.PartnerEmployeeAccessChanged;
import com.cottonerp.contracts.partners.v1.PartnerEvent;
import com.cottonerp.contracts.partners.v1.PartnerLocationEvent;
import com.cottonerp.contracts.partners.v1.PartnerRelationshipsChanged;
import com.cottonerp.contracts.partners.v1.PartnerStatusEvent;
import com.cottonerp.contracts.partners.v1.PartnerUpdated;
import com.cottonerp.eventing.inbox.EventPosition;
import com.cottonerp.eventing.inbox.Projection;
import com.cottonerp.eventing.inbox.Routes;
import com.cottonerp.risk.assessment.OpenPairs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
                PartnerLocationEvent.class,
                PartnerStatusEvent.class,
                PartnerEmployeeAccessChanged.class,
                PartnerBrokerConsentChanged.class,
                PartnerApplicationEvent.class)
            .complete();
  }

  private Uni<Void> all(UUID partnerId, EventPosition at) {
    return handler
        .assess(partnerId)
        .chain(() -> handler.findLinks(partnerId))
        .chain(() -> again(partnerId, at));
  }

  /** Assesses the partner's open pairs again. */
  private Uni<Void> again(UUID partnerId, EventPosition at) {
    return pairs.assessAgain(List.of(partnerId), at.eventId());
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
