package com.cottonerp.partners.onboarding;

import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All applications. */
@ApplicationScoped
public class Applications extends AggregateRepository<OnboardingApplication> {
  @Override
  protected RefusedException missing(UUID id) {
    return new NotFound("application", id).refused();
  }

  /** Undecided ones whose hashes another secret made; by id. */
  public Uni<List<UUID>> madeWithAnotherKey(String keyId, UUID after, int limit) {
    return find(
            """
            select id from OnboardingApplication
            where id > ?2 and keys.hashKeyId is distinct from ?1 and status not in (?3, ?4)
            order by id""",
            keyId,
            after,
            ApplicationStatus.APPROVED,
            ApplicationStatus.REJECTED)
        .project(UUID.class)
        .range(0, limit - 1)
        .list();
  }
}
