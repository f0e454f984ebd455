package com.cottonerp.settings.employeeaccess;

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
import com.cottonerp.defaults.security.EmployeeAccess;
import com.cottonerp.eventing.inbox.EventPosition;
import com.cottonerp.eventing.inbox.Projection;
import com.cottonerp.eventing.inbox.Routes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Notes who may act for a partner no more. Never rebuilt: while it was empty, everybody could come
 * in again.
 */
@ApplicationScoped
public class EmployeeAccessProjection implements Projection {
  private final EmployeeAccess access;
  private final Routes<PartnerEvent> routes =
      Routes.from(PartnerEvent.TOPIC, PartnerEvent.class)
          .on(PartnerEmployeeAccessChanged.class, this::changed)
          .ignoring(
              PartnerDocumentUploaded.class,
              PartnerDocumentVerified.class,
              PartnerDocumentRejected.class,
              PartnerApplicationSubmitted.class,
              PartnerApplicationRejected.class,
              PartnerCreated.class,
              PartnerApproved.class,
              PartnerUpdated.class,
              PartnerLocationAdded.class,
              PartnerLocationUpdated.class,
              PartnerLocationRemoved.class,
              PartnerCapabilitiesChanged.class,
              PartnerCreditLimitChanged.class,
              PartnerRelationshipsChanged.class,
              PartnerSuspended.class,
              PartnerReactivated.class,
              PartnerDeactivated.class,
              PartnerKycExpired.class,
              PartnerKycRenewed.class)
          .complete();

  EmployeeAccessProjection(EmployeeAccess access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "employee-access";
  }

  // Each event says all there is to know, and the log is older than this projection.
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
