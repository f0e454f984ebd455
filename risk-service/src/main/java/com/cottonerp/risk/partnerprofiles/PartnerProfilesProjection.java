package com.cottonerp.risk.partnerprofiles;

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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Keeps the partner profiles up to date. */
@ApplicationScoped
public class PartnerProfilesProjection implements ReadModel {
  public static final String NAME = "partner-profiles";

  private final PartnerProfiles profiles;
  private final EmployeeAccess access;
  private final Routes<PartnerEvent> routes =
      Routes.from(PartnerEvent.TOPIC, PartnerEvent.class)
          .on(PartnerCreated.class, this::created)
          .on(PartnerApproved.class, this::approved)
          .on(
              PartnerUpdated.class,
              (e, at) -> change(e.partner().partnerId(), at, p -> p.replaceWith(e.partner())))
          .on(
              PartnerCreditLimitChanged.class,
              (e, at) -> change(e.partnerId(), at, p -> p.creditLimit(e.newLimit())))
          .on(PartnerRelationshipsChanged.class, this::relationshipsChanged)
          .on(PartnerSuspended.class, (e, at) -> status(e.partnerId(), "suspended", at))
          .on(PartnerReactivated.class, (e, at) -> status(e.partnerId(), "approved", at))
          .on(PartnerDeactivated.class, (e, at) -> status(e.partnerId(), "inactive", at))
          .on(PartnerKycExpired.class, (e, at) -> kyc(e.partnerId(), e.expiresOn(), at))
          .on(
              PartnerCapabilitiesChanged.class,
              (e, at) ->
                  change(
                      e.partnerId(),
                      at,
                      p -> {
                        p.importAllowed = e.importAllowed();
                        p.exportAllowed = e.exportAllowed();
                      }))
          .on(PartnerKycRenewed.class, (e, at) -> kyc(e.partnerId(), e.expiresOn(), at))
          // The profile holds no fact of these events, but takes the partner's sequence.
          .on(PartnerLocationAdded.class, (e, at) -> change(e.partnerId(), at, p -> {}))
          .on(PartnerLocationUpdated.class, (e, at) -> change(e.partnerId(), at, p -> {}))
          .on(PartnerLocationRemoved.class, (e, at) -> change(e.partnerId(), at, p -> {}))
          .on(PartnerEmployeeAccessChanged.class, this::accessChanged)
          .ignoring(PartnerApplicationEvent.class, PartnerBrokerConsentChanged.class)
          .complete();

  PartnerProfilesProjection(PartnerProfiles profiles, EmployeeAccess access) {
    this.profiles = profiles;
    this.access = access;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("partner_profile");
  }

  @Override
  public Routes<PartnerEvent> routes() {
    return routes;
  }

  // WHY here, in a table that no rebuild empties: this projection has a cursor of every partner,
  // and an employee without access must stay locked out while a read model is filled.
  private Uni<Void> accessChanged(PartnerEmployeeAccessChanged event, EventPosition at) {
    return access
        .note(event.partnerId(), event.userId(), event.allowed(), at.sequence())
        .chain(() -> change(event.partnerId(), at, profile -> {}));
  }

  private Uni<Void> created(PartnerCreated event, EventPosition at) {
    PartnerProfile profile = new PartnerProfile();
    profile.replaceWith(event.partner());
    profile.reflects(at);
    return profiles.persist(profile).replaceWithVoid();
  }

  private Uni<Void> approved(PartnerApproved event, EventPosition at) {
    return change(
        event.partnerId(),
        at,
        profile -> {
          profile.status = "approved";
          profile.kycExpiresOn = event.kycExpiresOn();
          profile.creditLimit(event.creditLimit());
        });
  }

  private Uni<Void> relationshipsChanged(PartnerRelationshipsChanged event, EventPosition at) {
    return change(
        event.partnerId(),
        at,
        profile -> {
          profile.masterPartnerId = event.masterPartnerId();
          profile.corporateGroupId = event.corporateGroupId();
        });
  }

  private Uni<Void> status(UUID partnerId, String status, EventPosition at) {
    return change(partnerId, at, profile -> profile.status = status);
  }

  private Uni<Void> kyc(UUID partnerId, LocalDate expiresOn, EventPosition at) {
    return change(partnerId, at, profile -> profile.kycExpiresOn = expiresOn);
  }

  private Uni<Void> change(UUID partnerId, EventPosition at, Consumer<PartnerProfile> change) {
    return profiles
        .findById(partnerId)
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("No PartnerCreated came before for " + partnerId))
        .invoke(
            profile -> {
              change.accept(profile);
              profile.reflects(at);
            })
        .replaceWithVoid();
  }
}
