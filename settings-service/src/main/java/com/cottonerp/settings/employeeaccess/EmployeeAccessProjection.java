package com.cottonerp.settings.employeeaccess;

import com.cottonerp.contracts.partners.v1.PartnerApplicationEvent;
import com.cottonerp.contracts.partners.v1.PartnerBrokerConsentChanged;
import com.cottonerp.contracts.partners.v1.PartnerEmployeeAccessChanged;
import com.cottonerp.contracts.partners.v1.PartnerEntitlementEvent;
import com.cottonerp.contracts.partners.v1.PartnerEvent;
import com.cottonerp.contracts.partners.v1.PartnerIdentityEvent;
import com.cottonerp.contracts.partners.v1.PartnerLocationEvent;
import com.cottonerp.contracts.partners.v1.PartnerStatusEvent;
import com.cottonerp.defaults.access.EmployeeAccess;
import com.cottonerp.eventing.inbox.EventPosition;
import com.cottonerp.eventing.inbox.Projection;
import com.cottonerp.eventing.inbox.Routes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Records the employees who may no longer act for a partner. Never rebuilt: while the table is
 * empty, every such employee would have access again.
 */
@ApplicationScoped
public class EmployeeAccessProjection implements Projection {
  private final EmployeeAccess access;
  private final Routes<PartnerEvent> routes =
      Routes.from(PartnerEvent.TOPIC, PartnerEvent.class)
          .on(PartnerEmployeeAccessChanged.class, this::changed)
          .ignoring(
              PartnerApplicationEvent.class,
              PartnerIdentityEvent.class,
              PartnerLocationEvent.class,
              PartnerEntitlementEvent.class,
              PartnerStatusEvent.class,
              PartnerBrokerConsentChanged.class)
          .complete();

  EmployeeAccessProjection(EmployeeAccess access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "employee-access";
  }

  // Each event holds the whole state, and the log is older than this projection.
  @Override
  public boolean beginsAnywhere() {
    return true;
  }

  @Override
  public Routes<PartnerEvent> routes() {
    return routes;
  }

  private Uni<Void> changed(PartnerEmployeeAccessChanged event, EventPosition at) {
    return access.note(event.partnerId(), event.userId(), event.allowed(), at.sequence());
  }
}
