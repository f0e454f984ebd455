package com.cottonerp.risk.assessment;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All assessments. */
@ApplicationScoped
class Assessments implements PanacheRepositoryBase<Assessment, UUID> {
  Uni<List<Assessment>> on(UUID subjectId, UUID after, int count) {
    return find(
            "subjectId = ?1 and id > ?2 order by id",
            subjectId,
            after == null ? new UUID(0, 0) : after)
        .range(0, count - 1)
        .list();
  }

  /** Null when the subject has no assessment. */
  Uni<Assessment> last(UUID subjectId) {
    return find("subjectId = ?1 order by id desc", subjectId).firstResult();
  }

  Uni<Boolean> wasMadeFor(UUID causeId) {
    return count("causeId", causeId).map(count -> count > 0);
  }
}
