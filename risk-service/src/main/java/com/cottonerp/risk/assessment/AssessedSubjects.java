package com.cottonerp.risk.assessment;

import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All posts and pairs with a verdict. */
@ApplicationScoped
class AssessedSubjects extends AggregateRepository<AssessedSubject> {
  @Override
  protected RefusedException missing(UUID id) {
    return new NotFound("assessed subject", id).refused();
  }

  private final Assessments assessments;

  AssessedSubjects(Assessments assessments) {
    this.assessments = assessments;
  }

  /** Stores the assessment and publishes the verdict, in the caller's transaction. */
  Uni<Void> publish(Assessment assessment) {
    return on(assessment.subjectType, assessment.subjectId)
        .invoke(verdict -> verdict.judged(assessment))
        .chain(this::save)
        .chain(() -> assessments.persist(assessment))
        .replaceWithVoid();
  }

  private Uni<AssessedSubject> on(String subjectType, UUID subjectId) {
    return findById(AssessedSubject.idOf(subjectId))
        .map(known -> known == null ? AssessedSubject.on(subjectType, subjectId) : known);
  }
}
