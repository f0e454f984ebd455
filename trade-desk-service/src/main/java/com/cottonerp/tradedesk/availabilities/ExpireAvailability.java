package com.cottonerp.tradedesk.availabilities;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** The time of an availability is over, and nothing of it is held. */
@ApplicationScoped
class ExpireAvailability {
  private final Availabilities availabilities;
  private final SaveAvailability saving;
  private final Clock clock;

  ExpireAvailability(Availabilities availabilities, SaveAvailability saving, Clock clock) {
    this.availabilities = availabilities;
    this.saving = saving;
    this.clock = clock;
  }

  /** Nothing when it is not overdue any more. */
  Uni<Void> expire(UUID id) {
    return availabilities
        .getForUpdate(id)
        .chain(
            availability -> {
              if (!availability.isOverdue(clock.instant())) {
                return Uni.createFrom().voidItem();
              }
              availability.expire();
              return saving.save(availability).replaceWithVoid();
            });
  }
}
