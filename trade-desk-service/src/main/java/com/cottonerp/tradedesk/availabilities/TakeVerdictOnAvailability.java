package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.tradedesk.verdicts.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Risk judged an availability: it becomes active, waits for approval, or is blocked. */
@ApplicationScoped
public class TakeVerdictOnAvailability {
  private final Availabilities availabilities;
  private final SaveAvailability saving;

  TakeVerdictOnAvailability(Availabilities availabilities, SaveAvailability saving) {
    this.availabilities = availabilities;
    this.saving = saving;
  }

  /** In the caller's transaction; nothing when there is no such availability. */
  public Uni<Void> take(UUID id, Verdict verdict) {
    return availabilities
        .findForUpdate(id)
        .onItem()
        .ifNotNull()
        .invoke(availability -> availability.take(verdict))
        .onItem()
        .ifNotNull()
        .call(saving::save)
        .replaceWithVoid();
  }
}
