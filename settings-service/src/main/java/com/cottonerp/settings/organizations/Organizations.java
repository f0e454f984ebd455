package com.cottonerp.settings.organizations;

import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.Listing;
import com.cottonerp.defaults.lists.Order;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All organizations. */
@ApplicationScoped
class Organizations extends AggregateRepository<Organization> {

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

  /** Those with what is given, oldest first. */
  Listing<Organization> listing(Boolean active) {
    return new Listing<>(
        Organization.class,
        new Conditions().is("active", active),
        Order.byTime("oldest", Organization::id));
  }
}
