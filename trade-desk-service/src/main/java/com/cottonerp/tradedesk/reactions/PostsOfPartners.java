package com.cottonerp.tradedesk.reactions;

import com.cottonerp.contracts.partners.v1.PartnerApplicationEvent;
import com.cottonerp.contracts.partners.v1.PartnerBrokerConsentChanged;
import com.cottonerp.contracts.partners.v1.PartnerDeactivated;
import com.cottonerp.contracts.partners.v1.PartnerEmployeeAccessChanged;
import com.cottonerp.contracts.partners.v1.PartnerEntitlementEvent;
import com.cottonerp.contracts.partners.v1.PartnerEvent;
import com.cottonerp.contracts.partners.v1.PartnerIdentityEvent;
import com.cottonerp.contracts.partners.v1.PartnerKycExpired;
import com.cottonerp.contracts.partners.v1.PartnerKycRenewed;
import com.cottonerp.contracts.partners.v1.PartnerLocationEvent;
import com.cottonerp.contracts.partners.v1.PartnerReactivated;
import com.cottonerp.contracts.partners.v1.PartnerSuspended;
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
                PartnerIdentityEvent.class,
                PartnerLocationEvent.class,
                PartnerEntitlementEvent.class,
                PartnerReactivated.class,
                PartnerKycRenewed.class,
                PartnerEmployeeAccessChanged.class,
                PartnerBrokerConsentChanged.class,
                PartnerApplicationEvent.class)
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
