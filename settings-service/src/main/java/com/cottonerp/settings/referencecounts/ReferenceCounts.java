package com.cottonerp.settings.referencecounts;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** How many open posts use a thing. A read model: a post that is on its way is not counted yet. */
@ApplicationScoped
public class ReferenceCounts implements PanacheRepositoryBase<PostReference, UUID> {
  public Uni<Long> ofCommodity(UUID id) {
    return count("commodityId", id);
  }

  public Uni<Long> ofLocation(UUID id) {
    return count("locationId", id);
  }
}
