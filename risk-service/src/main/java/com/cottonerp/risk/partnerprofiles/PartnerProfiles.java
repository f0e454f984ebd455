package com.cottonerp.risk.partnerprofiles;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The partners that risk knows. */
@ApplicationScoped
public class PartnerProfiles implements PanacheRepositoryBase<PartnerProfile, UUID> {
  /** Null while the partner is not known. */
  public Uni<PartnerCredit> creditOf(UUID partnerId) {
    return findById(partnerId)
        .map(
            profile -> profile == null ? null : new PartnerCredit(profile.limit(), profile.rating));
  }

  /** Null while the partner is not known. */
  public Uni<PartnerKeys> keysOf(UUID partnerId) {
    return findById(partnerId).map(profile -> profile == null ? null : profile.keys());
  }
}
