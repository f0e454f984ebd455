package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.tradedesk.posting.Parties;
import com.cottonerp.tradedesk.posting.TwoParties;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Stock is held for a buyer. Both partners have to be in good standing, and not related. The
 * availability has to be locked by the caller: two who want the same stock get it one after the
 * other.
 */
@ApplicationScoped
public class ReserveStock {
  private final Availabilities availabilities;
  private final Reservations reservations;
  private final Parties parties;
  private final IdSource ids;
  private final Clock clock;

  ReserveStock(
      Availabilities availabilities,
      Reservations reservations,
      Parties parties,
      IdSource ids,
      Clock clock) {
    this.availabilities = availabilities;
    this.reservations = reservations;
    this.parties = parties;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param negotiationId null when a seller holds stock by hand
   */
  public Uni<Reservation> reserve(
      Availability locked,
      TwoParties both,
      UUID negotiationId,
      BigDecimal quantity,
      Duration time) {
    return parties
        .mustBeAllowed(both)
        .map(
            allowed ->
                Reservation.hold(
                    ids.next(),
                    locked.id(),
                    both.buyerId(),
                    negotiationId,
                    quantity.setScale(Stock.SCALE),
                    clock.instant(),
                    time))
        .invoke(locked::reserve)
        .call(reservations::persist)
        .call(() -> availabilities.save(locked));
  }
}
