package com.cottonerp.partners.locations;

import com.cottonerp.defaults.problem.NotFound;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The places of all partners. */
@ApplicationScoped
class Locations implements PanacheRepositoryBase<Location, UUID> {
  Uni<Location> get(UUID partnerId, UUID locationId) {
    return find("id = ?1 and partnerId = ?2 and active", locationId, partnerId)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("location", locationId).refused());
  }

  /** The principal place first, then in the order they were added. */
  Uni<List<Location>> of(UUID partnerId) {
    return list(
        "partnerId = ?1 and active order by case when type = ?2 then 0 else 1 end, id",
        partnerId,
        LocationType.PRINCIPAL);
  }
}
