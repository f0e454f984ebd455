package com.cottonerp.tradedesk.verdicts;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The last verdict on each subject. */
@ApplicationScoped
public class RiskVerdicts implements PanacheRepositoryBase<RiskVerdict, UUID> {}
