package com.cottonerp.tradedesk.requirements;

import com.cottonerp.tradedesk.verdicts.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Risk judged a requirement: it becomes active, a draft, or is blocked. */
@ApplicationScoped
public class TakeVerdictOnRequirement {
  private final Requirements requirements;
  private final SaveRequirement saving;

  TakeVerdictOnRequirement(Requirements requirements, SaveRequirement saving) {
    this.requirements = requirements;
    this.saving = saving;
  }

  /** In the caller's transaction; nothing when there is no such requirement. */
  public Uni<Void> take(UUID id, Verdict verdict) {
    return requirements
        .findForUpdate(id)
        .onItem()
        .ifNotNull()
        .invoke(requirement -> requirement.take(verdict))
        .onItem()
        .ifNotNull()
        .call(saving::save)
        .replaceWithVoid();
  }
}
