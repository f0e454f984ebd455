package com.cottonerp.tradedesk.requirements;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** The time of a requirement is over, and nothing of it is agreed upon. */
@ApplicationScoped
class ExpireRequirement {
  private final Requirements requirements;
  private final SaveRequirement saving;
  private final Clock clock;

  ExpireRequirement(Requirements requirements, SaveRequirement saving, Clock clock) {
    this.requirements = requirements;
    this.saving = saving;
    this.clock = clock;
  }

  /** Nothing when it is not overdue any more. */
  Uni<Void> expire(UUID id) {
    return requirements
        .getForUpdate(id)
        .chain(
            requirement -> {
              if (!requirement.isOverdue(clock.instant())) {
                return Uni.createFrom().voidItem();
              }
              requirement.expire();
              return saving.save(requirement).replaceWithVoid();
            });
  }
}
