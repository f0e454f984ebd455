package com.cottonerp.settings.organizations;

import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All organizations. */
@ApplicationScoped
class Organizations extends AggregateRepository<Organization> {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @Override
  protected RefusedException missing(UUID id) {
    return new NotFound("organization", id).refused();
  }

  /** Refuses with 409 when another organization has the name. A unique index decides a race. */
  Uni<Void> refuseTaken(String name, UUID exceptFor) {
    return count("lower(name) = lower(?1) and id <> ?2", name, exceptFor)
        .invoke(
            count -> {
              if (count > 0) {
                throw new OrganizationRefusal.OrganizationNameTaken(name).refused();
              }
            })
        .replaceWithVoid();
  }

  /** Returns one row more than the limit, so that the caller sees whether there is a next page. */
  Uni<List<Organization>> find(Boolean active, UUID after, int limit) {
    StringBuilder query = new StringBuilder("id > :after");
    Map<String, Object> parameters =
        new HashMap<>(Map.of("after", after == null ? BEFORE_ALL : after));
    if (active != null) {
      query.append(" and active = :active");
      parameters.put("active", active);
    }
    return find(query.toString(), Sort.by("id"), parameters).range(0, limit).list();
  }
}
