package com.cottonerp.settings.commodities;

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

/** All commodities. */
@ApplicationScoped
public class Commodities extends AggregateRepository<Commodity> {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @Override
  protected RefusedException missing(UUID id) {
    return new NotFound("commodity", id).refused();
  }

  /** Fails with 404 for a deleted commodity too. */
  @Override
  public Uni<Commodity> get(UUID id) {
    return findById(id)
        .map(commodity -> commodity == null || commodity.isDeleted() ? null : commodity)
        .onItem()
        .ifNull()
        .failWith(() -> missing(id));
  }

  /** Refuses with 409 when another commodity has the code. A unique index decides a race. */
  Uni<Void> refuseTaken(String code, UUID exceptFor) {
    return count("code = ?1 and deletedAt is null and id <> ?2", code, exceptFor)
        .invoke(
            count -> {
              if (count > 0) {
                throw new CommodityRefusal.CommodityCodeTaken(code).refused();
              }
            })
        .replaceWithVoid();
  }

  /** Returns one row more than the limit, so that the caller sees whether there is a next page. */
  Uni<List<Commodity>> find(String text, String category, Boolean active, UUID after, int limit) {
    StringBuilder query = new StringBuilder("deletedAt is null and id > :after");
    Map<String, Object> parameters =
        new HashMap<>(Map.of("after", after == null ? BEFORE_ALL : after));
    if (text != null && !text.isBlank()) {
      query.append(" and (lower(code) like :text escape '!' or lower(name) like :text escape '!')");
      parameters.put(
          "text", "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
    }
    if (category != null) {
      query.append(" and lower(category) = :category");
      parameters.put("category", category.strip().toLowerCase(Locale.ROOT));
    }
    if (active != null) {
      query.append(" and active = :active");
      parameters.put("active", active);
    }
    return find(query.toString(), Sort.by("id"), parameters).range(0, limit).list();
  }
}
