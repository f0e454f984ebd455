package com.cottonerp.tradedesk.availabilities;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/**
 * Held stock can be had again: its seller releases it, or its time is over. In the caller's
 * transaction.
 */
@ApplicationScoped
public class ReleaseStock {
  private final Availabilities availabilities;
  private final Reservations reservations;
  private final SaveAvailability saving;
  private final Clock clock;

  ReleaseStock(
      Availabilities availabilities,
      Reservations reservations,
      SaveAvailability saving,
      Clock clock) {
    this.availabilities = availabilities;
    this.reservations = reservations;
    this.saving = saving;
    this.clock = clock;
  }

  /** By its seller. Refuses stock that a negotiation holds. */
  Uni<Reservation> release(Availability locked, UUID reservationId, String reason) {
    return reservations
        .get(locked.id(), reservationId)
        .invoke(Reservation::mustBeHeldByHand)
        .invoke(reservation -> locked.release(reservation, ReservationStatus.RELEASED, reason))
        .call(() -> saving.save(locked));
  }

  /** When its time is over; nothing when somebody was faster. */
  public Uni<Void> expire(UUID availabilityId, UUID reservationId) {
    return availabilities
        .getForUpdate(availabilityId)
        .chain(
            locked ->
                reservations
                    .get(availabilityId, reservationId)
                    .chain(reservation -> expire(locked, reservation)));
  }

  private Uni<Void> expire(Availability locked, Reservation reservation) {
    if (!reservation.isOverdue(clock.instant())) {
      return Uni.createFrom().voidItem();
    }
    locked.release(reservation, ReservationStatus.EXPIRED, "EXPIRED");
    return saving.save(locked).replaceWithVoid();
  }
}
