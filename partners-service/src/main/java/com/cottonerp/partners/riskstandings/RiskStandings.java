package com.cottonerp.partners.riskstandings;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All standings. */
@ApplicationScoped
public class RiskStandings implements PanacheRepositoryBase<RiskStanding, UUID> {}
