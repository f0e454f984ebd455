package com.cottonerp.settings.terms;

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

/** All terms. */
@ApplicationScoped
class TradeTerms extends AggregateRepository<TradeTerm> {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @Override
  protected RefusedException missing(UUID id) {
    return new NotFound("term", id).refused();
  }

  /** Refuses with 409 when another term has the code or the name. A unique index decides a race. */
  Uni<Void> refuseTaken(TradeTermBody body, UUID exceptFor) {
    return count(
            "kind = ?1 and (code = ?2 or lower(name) = lower(?3)) and id <> ?4",
            body.kind(),
            body.code(),
            body.name(),
            exceptFor)
        .invoke(
            count -> {
              if (count > 0) {
                throw new TermRefusal.TermTaken(body.kind(), body.code(), body.name()).refused();
              }
            })
        .replaceWithVoid();
  }

  /** Returns one row more than the limit, so that the caller sees whether there is a next page. */
  Uni<List<TradeTerm>> find(TermKind kind, Boolean active, UUID after, int limit) {
    StringBuilder query = new StringBuilder("id > :after");
    Map<String, Object> parameters =
        new HashMap<>(Map.of("after", after == null ? BEFORE_ALL : after));
    if (kind != null) {
      query.append(" and kind = :kind");
      parameters.put("kind", kind);
    }
    if (active != null) {
      query.append(" and active = :active");
      parameters.put("active", active);
    }
    return find(query.toString(), Sort.by("id"), parameters).range(0, limit).list();
  }
}
