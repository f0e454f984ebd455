package com.cottonerp.tradedesk.partnerdirectory;

import com.cottonerp.contracts.partners.v1.PartnerApplicationEvent;
import com.cottonerp.contracts.partners.v1.PartnerApproved;
import com.cottonerp.contracts.partners.v1.PartnerBrokerConsentChanged;
import com.cottonerp.contracts.partners.v1.PartnerCapabilitiesChanged;
import com.cottonerp.contracts.partners.v1.PartnerCreated;
import com.cottonerp.contracts.partners.v1.PartnerCreditLimitChanged;
import com.cottonerp.contracts.partners.v1.PartnerDeactivated;
import com.cottonerp.contracts.partners.v1.PartnerEmployeeAccessChanged;
import com.cottonerp.contracts.partners.v1.PartnerEvent;
import com.cottonerp.contracts.partners.v1.PartnerKycExpired;
import com.cottonerp.contracts.partners.v1.PartnerKycRenewed;
import com.cottonerp.contracts.partners.v1.PartnerLocation;
import com.cottonerp.contracts.partners.v1.PartnerLocationAdded;
import com.cottonerp.contracts.partners.v1.PartnerLocationRemoved;
import com.cottonerp.contracts.partners.v1.PartnerLocationUpdated;
import com.cottonerp.contracts.partners.v1.PartnerReactivated;
import com.cottonerp.contracts.partners.v1.PartnerRelationshipsChanged;
import com.cottonerp.contracts.partners.v1.PartnerSuspended;
import com.cottonerp.contracts.partners.v1.PartnerUpdated;
import com.cottonerp.defaults.access.EmployeeAccess;
import com.cottonerp.eventing.inbox.EventPosition;
import com.cottonerp.eventing.inbox.ReadModel;
import com.cottonerp.eventing.inbox.Routes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Keeps the partner directory up to date. */
@ApplicationScoped
public class PartnerDirectoryProjection implements ReadModel {
  public static final String NAME = "partner-directory";

  private final PartnerDirectory directory;
  private final DirectoryLocations locations;
  private final EmployeeAccess access;
  private final Routes<PartnerEvent> routes =
      Routes.from(PartnerEvent.TOPIC, PartnerEvent.class)
          .on(PartnerCreated.class, this::created)
          .on(PartnerApproved.class, this::approved)
          .on(PartnerUpdated.class, this::updated)
          .on(PartnerCapabilitiesChanged.class, this::capabilitiesChanged)
          .on(PartnerCreditLimitChanged.class, this::creditLimitChanged)
          .on(PartnerRelationshipsChanged.class, this::relationshipsChanged)
          .on(PartnerSuspended.class, (e, at) -> status(e.partnerId(), "suspended", e.reason(), at))
          .on(
              PartnerReactivated.class,
              (e, at) -> status(e.partnerId(), "approved", e.reason(), at))
          .on(
              PartnerDeactivated.class,
              (e, at) -> status(e.partnerId(), "inactive", e.reason(), at))
          .on(
              PartnerKycExpired.class,
              (e, at) -> change(e.partnerId(), at, p -> p.kyc(e.kycStatus(), e.expiresOn())))
          .on(
              PartnerKycRenewed.class,
              (e, at) -> change(e.partnerId(), at, p -> p.kyc(e.kycStatus(), e.expiresOn())))
          .on(PartnerLocationAdded.class, (e, at) -> locationKept(e.partnerId(), e.location(), at))
          .on(
              PartnerLocationUpdated.class,
              (e, at) -> locationKept(e.partnerId(), e.location(), at))
          .on(PartnerLocationRemoved.class, this::locationRemoved)
          .on(PartnerEmployeeAccessChanged.class, this::accessChanged)
          .ignoring(PartnerApplicationEvent.class, PartnerBrokerConsentChanged.class)
          .complete();

  PartnerDirectoryProjection(
      PartnerDirectory directory, DirectoryLocations locations, EmployeeAccess access) {
    this.directory = directory;
    this.locations = locations;
    this.access = access;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("partner_directory_location", "partner_directory");
  }

  @Override
  public Routes<PartnerEvent> routes() {
    return routes;
  }

  // WHY here, in a table that no rebuild empties: this projection has a cursor of every partner,
  // and
  // an employee without access stays out while a read model is filled.
  private Uni<Void> accessChanged(PartnerEmployeeAccessChanged event, EventPosition at) {
    return access
        .note(event.partnerId(), event.userId(), event.allowed(), at.sequence())
        .chain(() -> change(event.partnerId(), at, partner -> {}));
  }

  private Uni<Void> created(PartnerCreated event, EventPosition at) {
    DirectoryEntry entry = new DirectoryEntry();
    entry.replaceWith(event.partner());
    entry.reflects(at, Instant.now());
    return directory.persist(entry).replaceWithVoid();
  }

  private Uni<Void> approved(PartnerApproved event, EventPosition at) {
    return change(
        event.partnerId(),
        at,
        partner -> {
          partner.status("approved", null);
          partner.kyc("verified", event.kycExpiresOn());
          partner.creditLimit(event.creditLimit());
          partner.paymentTermsDays = event.paymentTermsDays();
        });
  }

  private Uni<Void> updated(PartnerUpdated event, EventPosition at) {
    return change(event.partner().partnerId(), at, entry -> entry.replaceWith(event.partner()));
  }

  private Uni<Void> capabilitiesChanged(PartnerCapabilitiesChanged event, EventPosition at) {
    return change(event.partnerId(), at, partner -> partner.capabilities(event));
  }

  private Uni<Void> creditLimitChanged(PartnerCreditLimitChanged event, EventPosition at) {
    return change(event.partnerId(), at, partner -> partner.creditLimit(event.newLimit()));
  }

  private Uni<Void> relationshipsChanged(PartnerRelationshipsChanged event, EventPosition at) {
    return change(
        event.partnerId(),
        at,
        partner -> partner.relatedTo(event.masterPartnerId(), event.corporateGroupId()));
  }

  private Uni<Void> status(UUID partnerId, String status, String reason, EventPosition at) {
    return change(partnerId, at, partner -> partner.status(status, reason));
  }

  private Uni<Void> locationKept(UUID partnerId, PartnerLocation published, EventPosition at) {
    return locations
        .findById(published.id())
        .onItem()
        .ifNotNull()
        .invoke(known -> known.replaceWith(published))
        .onItem()
        .ifNull()
        .switchTo(() -> locations.persist(DirectoryLocation.of(partnerId, published)))
        .chain(() -> change(partnerId, at, partner -> {}));
  }

  private Uni<Void> locationRemoved(PartnerLocationRemoved event, EventPosition at) {
    return locations
        .delete("locationId", event.location().id())
        .chain(() -> change(event.partnerId(), at, partner -> {}));
  }

  private Uni<Void> change(UUID partnerId, EventPosition at, Consumer<DirectoryEntry> change) {
    return directory
        .findById(partnerId)
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("No PartnerCreated came before for " + partnerId))
        .invoke(
            partner -> {
              change.accept(partner);
              partner.reflects(at, Instant.now());
            })
        .replaceWithVoid();
  }
}
