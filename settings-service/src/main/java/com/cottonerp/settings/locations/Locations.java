package com.cottonerp.settings.locations;

import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** All locations. */
@ApplicationScoped
class Locations extends AggregateRepository<Location> {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @Override
  protected RefusedException missing(UUID id) {
    return new NotFound("location", id).refused();
  }

  /** Refuses with 409 when another location has the place id. A unique index decides a race. */
  Uni<Void> refuseTaken(String placeId, UUID exceptFor) {
    return find("placeId = ?1 and id <> ?2", placeId, exceptFor)
        .firstResult()
        .onItem()
        .ifNotNull()
        .invoke(
            other -> {
              throw new LocationRefusal.PlaceTaken(placeId, other.id()).refused();
            })
        .replaceWithVoid();
  }

  /** Returns one row more than the limit, so that the caller sees whether there is a next page. */
  Uni<List<Location>> find(
      String text, String stateCode, String region, Boolean active, UUID after, int limit) {
    StringBuilder query = new StringBuilder("id > :after");
    Map<String, Object> parameters =
        new HashMap<>(Map.of("after", after == null ? BEFORE_ALL : after));
    if (text != null && !text.isBlank()) {
      query.append(
          " and (lower(name) like :text escape '!' or lower(city) like :text escape '!'"
              + " or lower(state) like :text escape '!')");
      parameters.put(
          "text", "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
    }
    if (stateCode != null) {
      query.append(" and stateCode = :stateCode");
      parameters.put("stateCode", stateCode);
    }
    if (region != null) {
      query.append(" and region = :region");
      parameters.put("region", region);
    }
    if (active != null) {
      query.append(" and active = :active");
      parameters.put("active", active);
    }
    return find(query.toString(), Sort.by("id"), parameters).range(0, limit).list();
  }
}
