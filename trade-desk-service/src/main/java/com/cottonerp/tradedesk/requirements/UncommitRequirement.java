package com.cottonerp.tradedesk.requirements;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * No trade was made of an agreement in time: what it was for is wanted again, unless the
 * requirement ended. In the caller's transaction.
 */
@ApplicationScoped
public class UncommitRequirement {
  private final Requirements requirements;
  private final SaveRequirement saving;

  UncommitRequirement(Requirements requirements, SaveRequirement saving) {
    this.requirements = requirements;
    this.saving = saving;
  }

  /**
   * @param quantity in the unit of the requirement
   */
  public Uni<Requirement> uncommit(UUID id, BigDecimal quantity) {
    return requirements
        .getForUpdate(id)
        .invoke(requirement -> requirement.uncommit(quantity))
        .chain(saving::save);
  }
}
