package com.cottonerp.partners.onboarding;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** All applications. */
@ApplicationScoped
public class Applications extends AggregateRepository<OnboardingApplication> {
  private static final String MADE_WITH_ANOTHER_KEY =
      """
      select id from OnboardingApplication
      where keys.hashKeyId is distinct from ?1 and status not in (?2, ?3)\
      """;

  @Override
  protected RefusedException missing(UUID id) {
    return new NotFound("application", id).refused();
  }

  /** Those of these, by id. */
  public Uni<Map<UUID, OnboardingApplication>> of(Set<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : list("id in ?1", ids)
            .map(found -> found.stream().collect(toMap(OnboardingApplication::id, identity())));
  }

  /** Undecided ones whose hashes another secret made; by id. */
  public Uni<List<UUID>> madeWithAnotherKey(String keyId, UUID after, int limit) {
    return find(
            MADE_WITH_ANOTHER_KEY + " and id > ?4 order by id",
            keyId,
            ApplicationStatus.APPROVED,
            ApplicationStatus.REJECTED,
            after)
        .project(UUID.class)
        .range(0, limit - 1)
        .list();
  }

  /** How many there are of {@link #madeWithAnotherKey}. */
  public Uni<Long> countMadeWithAnotherKey(String keyId) {
    return find(
            MADE_WITH_ANOTHER_KEY, keyId, ApplicationStatus.APPROVED, ApplicationStatus.REJECTED)
        .count();
  }
}
