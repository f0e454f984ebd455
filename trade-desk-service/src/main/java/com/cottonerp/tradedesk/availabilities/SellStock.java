package com.cottonerp.tradedesk.availabilities;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * What was held is sold; the position shrinks by it, and is closed with the last of it. In the
 * caller's transaction.
 */
@ApplicationScoped
public class SellStock {
  private final Availabilities availabilities;
  private final Reservations reservations;
  private final SaveAvailability saving;

  SellStock(Availabilities availabilities, Reservations reservations, SaveAvailability saving) {
    this.availabilities = availabilities;
    this.reservations = reservations;
    this.saving = saving;
  }

  /** For a trade that is being made of the negotiation that holds the stock. */
  public Uni<Availability> sell(UUID availabilityId, UUID reservationId, UUID tradeId) {
    return availabilities
        .getForUpdate(availabilityId)
        .call(
            locked ->
                reservations
                    .get(availabilityId, reservationId)
                    .invoke(reservation -> locked.sell(reservation, tradeId)))
        .chain(saving::save);
  }

  /** By its seller. Refuses stock that a negotiation holds, and a trade of other stock. */
  Uni<Availability> sellByHand(Availability locked, UUID reservationId, UUID tradeId) {
    return reservations
        .get(locked.id(), reservationId)
        .invoke(Reservation::mustBeHeldByHand)
        .call(reservation -> mustBeOfTrade(reservationId, tradeId))
        .invoke(reservation -> locked.sell(reservation, tradeId))
        .chain(() -> saving.save(locked));
  }

  private Uni<Boolean> mustBeOfTrade(UUID reservationId, UUID tradeId) {
    return reservations
        .isOfTrade(reservationId, tradeId)
        .invoke(
            found -> {
              if (!found) {
                throw new AvailabilityRefusal.NoTradeOfReservation(tradeId, reservationId)
                    .refused();
              }
            });
  }
}
