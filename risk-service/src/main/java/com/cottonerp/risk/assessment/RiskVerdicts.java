package com.cottonerp.risk.assessment;

import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All verdicts. */
@ApplicationScoped
class RiskVerdicts extends AggregateRepository<RiskVerdict> {
  @Override
  protected RefusedException missing(UUID id) {
    return new NotFound("assessed subject", id).refused();
  }

  private final Assessments assessments;

  RiskVerdicts(Assessments assessments) {
    this.assessments = assessments;
  }

  /** Keeps the assessment and publishes the verdict, in the caller's transaction. */
  Uni<Void> publish(Assessment assessment) {
    return on(assessment.subjectType, assessment.subjectId)
        .invoke(verdict -> verdict.judged(assessment))
        .chain(this::save)
        .chain(() -> assessments.persist(assessment))
        .replaceWithVoid();
  }

  private Uni<RiskVerdict> on(String subjectType, UUID subjectId) {
    return findById(RiskVerdict.idOf(subjectId))
        .map(known -> known == null ? RiskVerdict.on(subjectType, subjectId) : known);
  }
}
