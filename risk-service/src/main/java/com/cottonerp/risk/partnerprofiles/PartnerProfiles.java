package com.cottonerp.risk.partnerprofiles;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The partners that risk knows. */
@ApplicationScoped
class PartnerProfiles implements PanacheRepositoryBase<PartnerProfile, UUID> {}
