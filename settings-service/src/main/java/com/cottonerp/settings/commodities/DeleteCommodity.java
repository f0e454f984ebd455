package com.cottonerp.settings.commodities;

import com.cottonerp.settings.referencecounts.ReferenceCounts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Deletes a commodity that no open post uses. In the caller's transaction; the caller saves the
 * commodity.
 *
 * <p>The count of open posts is a read model: a post whose event has not arrived yet is not
 * counted. The trade desk then finds the commodity of that post inactive.
 */
@ApplicationScoped
class DeleteCommodity {
  private final ReferenceCounts references;
  private final Clock clock;

  DeleteCommodity(ReferenceCounts references, Clock clock) {
    this.references = references;
    this.clock = clock;
  }

  Uni<Void> delete(Commodity commodity) {
    return references
        .ofCommodity(commodity.id())
        .invoke(
            openPosts -> {
              if (openPosts > 0) {
                throw new CommodityRefusal.CommodityInUse(commodity.id(), openPosts).refused();
              }
              commodity.delete(clock.instant());
            })
        .replaceWithVoid();
  }
}
