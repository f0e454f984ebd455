package com.cottonerp.settings.commodities;

import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.Listing;
import com.cottonerp.defaults.lists.Order;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;

/** All commodities. */
@ApplicationScoped
public class Commodities extends AggregateRepository<Commodity> {

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

  /** Those with what is given, oldest first. */
  Listing<Commodity> listing(String text, String category, Boolean active) {
    return new Listing<>(
        Commodity.class,
        new Conditions()
            .always("item.deletedAt is null")
            .words(text, "code", "name")
            .add(
                "lower(item.category) = :category",
                "category",
                category == null ? null : category.strip().toLowerCase(Locale.ROOT))
            .is("active", active),
        Order.byTime("oldest", Commodity::id));
  }
}
