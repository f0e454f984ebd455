package com.cottonerp.settings.referencecounts;

import com.cottonerp.eventing.readmodels.CompleteReadModels;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** How many open posts use a thing. A read model: a post that is on its way is not counted yet. */
@ApplicationScoped
public class ReferenceCounts implements PanacheRepositoryBase<PostReference, UUID> {
  private final CompleteReadModels complete;

  ReferenceCounts(CompleteReadModels complete) {
    this.complete = complete;
  }

  public Uni<Long> ofCommodity(UUID id) {
    return whole(count("open and commodityId = ?1", id));
  }

  public Uni<Long> ofLocation(UUID id) {
    return whole(
        count("open and array_overlaps(locationIds, :any)", Map.of("any", new UUID[] {id})));
  }

  /** None would mean that it may be deleted. */
  private Uni<Long> whole(Uni<Long> count) {
    return complete.require(ReferenceCountsProjection.NAME).chain(() -> count);
  }
}
