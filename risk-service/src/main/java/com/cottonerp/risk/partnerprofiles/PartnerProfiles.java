package com.cottonerp.risk.partnerprofiles;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The partners that risk knows. */
@ApplicationScoped
public class PartnerProfiles implements PanacheRepositoryBase<PartnerProfile, UUID> {
  private static final int MOST_LINKS = 50;

  /** Null while the partner is unknown. */
  public Uni<PartnerCredit> creditOf(UUID partnerId) {
    return findById(partnerId).map(profile -> profile == null ? null : profile.credit());
  }

  /** Null while the partner is unknown. */
  public Uni<PartnerKeys> keysOf(UUID partnerId) {
    return findById(partnerId).map(profile -> profile == null ? null : profile.keys());
  }

  /** Other partners that share a key or a relation with this partner; at most fifty. */
  public Uni<List<PartnerKeys>> sharingKeysWith(PartnerKeys keys) {
    return find(
            """
            partnerId <> ?1
            and (panKey = ?2 or taxIdKey = ?3 or phoneKey = ?4 or emailDomain = ?5
                 or masterPartnerId = ?1 or partnerId = ?6 or masterPartnerId = ?6
                 or corporateGroupId = ?7 or bankKey = ?8)
            order by partnerId""",
            keys.partnerId(),
            keys.panKey(),
            keys.taxIdKey(),
            keys.phoneKey(),
            keys.emailDomain(),
            keys.masterPartnerId(),
            keys.corporateGroupId(),
            keys.bankKey())
        .range(0, MOST_LINKS - 1)
        .list()
        .map(found -> found.stream().map(PartnerProfile::keys).toList());
  }
}
