package com.cottonerp.risk.assessment;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All assessments. */
@ApplicationScoped
class Assessments implements PanacheRepositoryBase<Assessment, UUID> {
  /** Null when the subject has no assessment. */
  Uni<Assessment> last(UUID subjectId) {
    return find("subjectId = ?1 order by id desc", subjectId).firstResult();
  }

  Uni<Boolean> wasMadeFor(UUID causeId) {
    return count("causeId", causeId).map(count -> count > 0);
  }
}
