package com.cottonerp.tradedesk.requirements;

import com.cottonerp.defaults.jobs.OneByOne;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** A buyer may not trade any more: all its open requirements are closed for good. */
@ApplicationScoped
public class BlockRequirementsOfPartner {
  private final Requirements requirements;
  private final SaveRequirement saving;

  BlockRequirementsOfPartner(Requirements requirements, SaveRequirement saving) {
    this.requirements = requirements;
    this.saving = saving;
  }

  /**
   * In the caller's transaction.
   *
   * @param reason such as PARTNER_SUSPENDED
   */
  public Uni<Void> block(UUID buyerId, String reason) {
    return requirements
        .openOf(buyerId)
        .chain(items -> OneByOne.each(items, id -> blockOne(id, reason)));
  }

  private Uni<Requirement> blockOne(UUID id, String reason) {
    return requirements
        .getForUpdate(id)
        .chain(
            requirement -> {
              // It may have ended while this waited for its row.
              if (!requirement.facts().status().isOpen()) {
                return Uni.createFrom().item(requirement);
              }
              requirement.block(List.of(reason));
              return saving.save(requirement);
            });
  }
}
