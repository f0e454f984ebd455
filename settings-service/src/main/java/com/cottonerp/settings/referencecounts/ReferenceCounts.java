package com.cottonerp.settings.referencecounts;

import com.cottonerp.eventing.readmodels.CompleteReadModels;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Counts the open posts that use a thing. A read model: a post whose event is under way is not
 * counted.
 */
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

  /** See {@link CompleteReadModels#verifiedAt}. */
  public Uni<Instant> verifiedAt() {
    return complete.verifiedAt(ReferenceCountsProjection.NAME);
  }

  /** Fails while the read model is being filled: a count of 0 would permit a deletion. */
  private Uni<Long> whole(Uni<Long> count) {
    return complete.require(ReferenceCountsProjection.NAME).chain(() -> count);
  }
}
