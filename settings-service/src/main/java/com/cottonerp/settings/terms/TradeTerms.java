package com.cottonerp.settings.terms;

import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.Listing;
import com.cottonerp.defaults.lists.Order;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All terms. */
@ApplicationScoped
class TradeTerms extends AggregateRepository<TradeTerm> {

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

  /** Those with what is given, oldest first. */
  Listing<TradeTerm> listing(TermKind kind, Boolean active) {
    return new Listing<>(
        TradeTerm.class,
        new Conditions().is("kind", kind).is("active", active),
        Order.byTime("oldest", TradeTerm::id));
  }
}
