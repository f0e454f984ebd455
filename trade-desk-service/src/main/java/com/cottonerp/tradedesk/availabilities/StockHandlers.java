package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.tradedesk.positions.Positions;
import com.cottonerp.tradedesk.posting.Parties;
import com.cottonerp.tradedesk.posting.PostContext;
import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.posting.TwoParties;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Moves the stock of offers, in the caller's transaction. The offer's row is locked first, so that
 * two who want the same stock get it one after the other.
 */
@ApplicationScoped
public class StockHandlers {
  private final Availabilities availabilities;
  private final Reservations reservations;
  private final AvailabilityLife life;
  private final Positions positions;
  private final PostContext context;
  private final Parties parties;
  private final IdSource ids;
  private final Clock clock;

  StockHandlers(
      Availabilities availabilities,
      Reservations reservations,
      AvailabilityLife life,
      Positions positions,
      PostContext context,
      Parties parties,
      IdSource ids,
      Clock clock) {
    this.availabilities = availabilities;
    this.reservations = reservations;
    this.life = life;
    this.positions = positions;
    this.context = context;
    this.parties = parties;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Holds stock for a buyer. Both partners have to be in good standing, and not related.
   *
   * @param negotiationId null when a seller holds stock by hand
   */
  public Uni<Reservation> reserve(
      UUID availabilityId,
      TwoParties both,
      UUID negotiationId,
      BigDecimal quantity,
      Duration time) {
    return availabilities
        .getToMoveStock(availabilityId)
        .call(() -> parties.mustBeAllowed(both))
        .chain(
            offer -> {
              Reservation reservation =
                  Reservation.hold(
                      ids.next(),
                      availabilityId,
                      both.buyerId(),
                      negotiationId,
                      quantity.setScale(3),
                      clock.instant(),
                      time);
              offer.reserve(reservation);
              return reservations.persist(reservation).call(() -> availabilities.save(offer));
            });
  }

  /** Refuses stock that a negotiation holds: it goes with its trade, or when its time is over. */
  Uni<Void> mustBeHeldByHand(UUID availabilityId, UUID reservationId) {
    return reservations
        .get(availabilityId, reservationId)
        .invoke(
            reservation -> {
              if (reservation.negotiationId != null) {
                throw new AvailabilityRefusal.HeldForNegotiation(
                        reservationId, reservation.negotiationId)
                    .refused();
              }
            })
        .replaceWithVoid();
  }

  /** Refuses a sale for a trade that is not there, or holds other stock. */
  Uni<Void> mustBeOfTrade(UUID reservationId, UUID tradeId) {
    return reservations
        .isOfTrade(reservationId, tradeId)
        .invoke(
            found -> {
              if (!found) {
                throw new AvailabilityRefusal.NoTradeOfReservation(tradeId, reservationId)
                    .refused();
              }
            })
        .replaceWithVoid();
  }

  public Uni<Reservation> release(UUID availabilityId, UUID reservationId, String reason) {
    return giveBack(availabilityId, reservationId, ReservationStatus.RELEASED, reason);
  }

  /** Whether stock is (still) held by it. */
  public Uni<Boolean> isHeld(UUID availabilityId, UUID reservationId) {
    return reservations
        .get(availabilityId, reservationId)
        .map(reservation -> reservation.status == ReservationStatus.HELD);
  }

  /** When its time is over; nothing when somebody was faster. */
  public Uni<Void> expire(UUID availabilityId, UUID reservationId) {
    return availabilities
        .getToMoveStock(availabilityId)
        .chain(
            offer ->
                reservations
                    .get(availabilityId, reservationId)
                    .chain(
                        reservation -> {
                          if (reservation.status != ReservationStatus.HELD
                              || clock.instant().isBefore(reservation.expiresAt)) {
                            return Uni.createFrom().voidItem();
                          }
                          offer.release(reservation, ReservationStatus.EXPIRED, "EXPIRED");
                          return availabilities.save(offer).chain(life::follow);
                        }));
  }

  private Uni<Reservation> giveBack(
      UUID availabilityId, UUID reservationId, ReservationStatus because, String reason) {
    return availabilities
        .getToMoveStock(availabilityId)
        .chain(
            offer ->
                reservations
                    .get(availabilityId, reservationId)
                    .invoke(reservation -> offer.release(reservation, because, reason))
                    .call(() -> availabilities.save(offer).chain(life::follow)));
  }

  /** What was held is sold; the position shrinks by it, and is closed with the last of it. */
  public Uni<Availability> sell(UUID availabilityId, UUID reservationId, UUID tradeId) {
    return availabilities
        .getToMoveStock(availabilityId)
        .call(
            offer ->
                reservations
                    .get(availabilityId, reservationId)
                    .invoke(reservation -> offer.sell(reservation, tradeId)))
        .chain(availabilities::save)
        .call(life::follow);
  }

  /**
   * A trade is cancelled: what it took is on offer again, unless the offer is closed or its seller
   * may not trade any more.
   */
  public Uni<Void> giveBackSold(UUID availabilityId, UUID reservationId) {
    return availabilities
        .getToMoveStock(availabilityId)
        .call(
            offer ->
                givesWayTo(offer)
                    .chain(
                        why ->
                            reservations
                                .get(availabilityId, reservationId)
                                .invoke(
                                    reservation ->
                                        offer.giveBackSold(reservation, why.orElse(null)))))
        .call(this::blockUnlessTrading)
        .chain(availabilities::save)
        .chain(life::follow);
  }

  /** What its seller posted since; empty when it may be open besides. */
  private Uni<Optional<String>> givesWayTo(Availability offer) {
    return availabilities
        .isThereAgain(offer)
        .chain(
            again ->
                again
                    ? Uni.createFrom().item(Optional.of("POSTED_AGAIN"))
                    : positions
                        .isCircular(offer.sellerId(), offer.commodityId(), Side.SELL)
                        .map(
                            circular ->
                                circular ? Optional.of("CIRCULAR_TRADING") : Optional.empty()));
  }

  private Uni<Void> blockUnlessTrading(Availability offer) {
    return context
        .whyNot(offer.sellerId())
        .invoke(
            reason -> {
              if (reason.isPresent() && offer.status().isOpen()) {
                offer.block(List.of(reason.get()));
              }
            })
        .replaceWithVoid();
  }
}
