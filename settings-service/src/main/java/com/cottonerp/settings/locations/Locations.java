package com.cottonerp.settings.locations;

import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.Listing;
import com.cottonerp.defaults.lists.Order;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All locations. */
@ApplicationScoped
class Locations extends AggregateRepository<Location> {

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

  /** Those with what is given, oldest first. */
  Listing<Location> listing(String text, String stateCode, String region, Boolean active) {
    return new Listing<>(
        Location.class,
        new Conditions()
            .words(text, "name", "city", "state")
            .is("stateCode", StateOfLocation.codeOf(stateCode))
            .is("region", region)
            .is("active", active),
        Order.byTime("oldest", Location::id));
  }
}
