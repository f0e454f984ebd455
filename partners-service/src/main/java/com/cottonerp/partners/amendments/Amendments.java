package com.cottonerp.partners.amendments;

import com.cottonerp.defaults.problem.NotFound;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The amendments of all partners. */
@ApplicationScoped
class Amendments implements PanacheRepositoryBase<Amendment, UUID> {
  private static final UUID NOTHING = new UUID(0, 0);

  Uni<Amendment> get(UUID partnerId, UUID id) {
    return find("id = ?1 and partnerId = ?2", id, partnerId)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("amendment", id).refused());
  }
}
