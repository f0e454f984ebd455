package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.defaults.jobs.OneByOne;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** A seller may not trade any more: all its open availabilities are closed for good. */
@ApplicationScoped
public class BlockAvailabilitiesOfPartner {
  private final Availabilities availabilities;
  private final SaveAvailability saving;

  BlockAvailabilitiesOfPartner(Availabilities availabilities, SaveAvailability saving) {
    this.availabilities = availabilities;
    this.saving = saving;
  }

  /**
   * In the caller's transaction.
   *
   * @param reason such as PARTNER_SUSPENDED
   */
  public Uni<Void> block(UUID sellerId, String reason) {
    return availabilities
        .openOf(sellerId)
        .chain(items -> OneByOne.each(items, id -> blockOne(id, reason)));
  }

  private Uni<Availability> blockOne(UUID id, String reason) {
    return availabilities
        .getForUpdate(id)
        .chain(
            availability -> {
              // It may have ended while this waited for its row.
              if (!availability.facts().status().isOpen()) {
                return Uni.createFrom().item(availability);
              }
              availability.block(List.of(reason));
              return saving.save(availability);
            });
  }
}
