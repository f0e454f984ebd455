package com.cottonerp.tradedesk.reactions;

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
import com.cottonerp.eventing.inbox.Projection;
import com.cottonerp.eventing.inbox.Routes;
import com.cottonerp.tradedesk.availabilities.BlockAvailabilitiesOfPartner;
import com.cottonerp.tradedesk.requirements.BlockRequirementsOfPartner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Stops the posts of a partner who may not trade any more. Not a read model: it changes aggregates,
 * and a blocked post is not blocked again.
 */
@ApplicationScoped
public class PostsOfPartners implements Projection {
  private final BlockAvailabilitiesOfPartner availabilities;
  private final BlockRequirementsOfPartner requirements;
  private final Routes<PartnerEvent> routes;

  PostsOfPartners(
      BlockAvailabilitiesOfPartner availabilities, BlockRequirementsOfPartner requirements) {
    this.availabilities = availabilities;
    this.requirements = requirements;
    routes =
        Routes.from(PartnerEvent.TOPIC, PartnerEvent.class)
            .on(PartnerSuspended.class, (e, at) -> blockPosts(e.partnerId(), "PARTNER_SUSPENDED"))
            .on(PartnerDeactivated.class, (e, at) -> blockPosts(e.partnerId(), "PARTNER_INACTIVE"))
            .on(PartnerKycExpired.class, (e, at) -> blockPosts(e.partnerId(), "KYC_EXPIRED"))
            .ignoring(
                PartnerCreated.class,
                PartnerApproved.class,
                PartnerUpdated.class,
                PartnerLocationAdded.class,
                PartnerLocationUpdated.class,
                PartnerLocationRemoved.class,
                PartnerCapabilitiesChanged.class,
                PartnerCreditLimitChanged.class,
                PartnerRelationshipsChanged.class,
                PartnerReactivated.class,
                PartnerKycRenewed.class,
                PartnerEmployeeAccessChanged.class,
                PartnerDocumentUploaded.class,
                PartnerDocumentVerified.class,
                PartnerDocumentRejected.class,
                PartnerApplicationSubmitted.class,
                PartnerApplicationRejected.class)
            .complete();
  }

  private Uni<Void> blockPosts(UUID partnerId, String reason) {
    return availabilities
        .block(partnerId, reason)
        .chain(() -> requirements.block(partnerId, reason));
  }

  @Override
  public String name() {
    return "posts-of-partners";
  }

  @Override
  public Routes<PartnerEvent> routes() {
    return routes;
  }
}
