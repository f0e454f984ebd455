package com.cottonerp.tradedesk.brokerconsents;

import com.cottonerp.contracts.partners.v1.PartnerApplicationEvent;
import com.cottonerp.contracts.partners.v1.PartnerBrokerConsentChanged;
import com.cottonerp.contracts.partners.v1.PartnerEmployeeAccessChanged;
import com.cottonerp.contracts.partners.v1.PartnerEntitlementEvent;
import com.cottonerp.contracts.partners.v1.PartnerEvent;
import com.cottonerp.contracts.partners.v1.PartnerIdentityEvent;
import com.cottonerp.contracts.partners.v1.PartnerLocationEvent;
import com.cottonerp.contracts.partners.v1.PartnerStatusEvent;
import com.cottonerp.eventing.inbox.EventPosition;
import com.cottonerp.eventing.inbox.ReadModel;
import com.cottonerp.eventing.inbox.Routes;
import com.cottonerp.eventing.sql.CurrentSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;

/** Keeps the consents up to date. */
@ApplicationScoped
public class BrokerConsentsProjection implements ReadModel {
  static final String NAME = "broker-consents";

  private static final String KEEP =
      """
      INSERT INTO broker_consent (partner_id, given, valid_until, sequence, as_of)
      VALUES ($1, $2, $3::date, $4, $5)
      ON CONFLICT (partner_id) DO UPDATE
        SET given = excluded.given, valid_until = excluded.valid_until,
            sequence = excluded.sequence, as_of = excluded.as_of
      """;

  private final Routes<PartnerEvent> routes =
      Routes.from(PartnerEvent.TOPIC, PartnerEvent.class)
          .on(PartnerBrokerConsentChanged.class, this::keep)
          .ignoring(
              PartnerApplicationEvent.class,
              PartnerIdentityEvent.class,
              PartnerLocationEvent.class,
              PartnerEntitlementEvent.class,
              PartnerStatusEvent.class,
              PartnerEmployeeAccessChanged.class)
          .complete();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("broker_consent");
  }

  @Override
  public Routes<PartnerEvent> routes() {
    return routes;
  }

  private Uni<Void> keep(PartnerBrokerConsentChanged event, EventPosition at) {
    return CurrentSession.update(
            KEEP,
            event.partnerId(),
            event.given(),
            event.validUntil(),
            at.sequence(),
            at.occurredAt().atOffset(ZoneOffset.UTC))
        .replaceWithVoid();
  }
}
