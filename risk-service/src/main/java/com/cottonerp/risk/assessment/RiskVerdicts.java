package com.cottonerp.risk.assessment;

import com.cottonerp.eventing.outbox.AggregateRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All verdicts. */
@ApplicationScoped
class RiskVerdicts extends AggregateRepository<RiskVerdict> {
  Uni<RiskVerdict> on(String subjectType, UUID subjectId) {
    return findById(RiskVerdict.idOf(subjectId))
        .map(known -> known == null ? RiskVerdict.on(subjectType, subjectId) : known);
  }
}
