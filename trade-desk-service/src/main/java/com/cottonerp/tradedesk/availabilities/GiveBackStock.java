package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.tradedesk.positions.Positions;
import com.cottonerp.tradedesk.posting.PostContext;
import com.cottonerp.tradedesk.posting.Side;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A trade is cancelled: the goods that did not leave come back on offer. They do not when the
 * availability is closed, or when its seller may not trade. In the caller's transaction.
 */
@ApplicationScoped
public class GiveBackStock {
  private final Availabilities availabilities;
  private final Reservations reservations;
  private final SaveAvailability saving;
  private final Positions positions;
  private final PostContext context;

  GiveBackStock(
      Availabilities availabilities,
      Reservations reservations,
      SaveAvailability saving,
      Positions positions,
      PostContext context) {
    this.availabilities = availabilities;
    this.reservations = reservations;
    this.saving = saving;
    this.positions = positions;
    this.context = context;
  }

  /**
   * @param quantity what did not leave, in the quantity unit of the availability
   */
  public Uni<Void> giveBack(UUID availabilityId, UUID reservationId, BigDecimal quantity) {
    return availabilities
        .getForUpdate(availabilityId)
        .call(
            locked ->
                obstacle(locked.facts())
                    .chain(
                        obstacle ->
                            giveBack(locked, reservationId, quantity, obstacle.orElse(null))))
        .call(this::blockUnlessSellerMayTrade)
        .chain(saving::save)
        .replaceWithVoid();
  }

  private Uni<Reservation> giveBack(
      Availability locked, UUID reservationId, BigDecimal quantity, String obstacle) {
    return reservations
        .get(locked.id(), reservationId)
        .invoke(reservation -> locked.giveBack(reservation, quantity, obstacle));
  }

  private Uni<Optional<String>> obstacle(AvailabilityFacts availability) {
    return availabilities
        .isPostedAgain(availability.id())
        .chain(
            again ->
                positions.obstacle(
                    again, availability.sellerId(), availability.commodityId(), Side.SELL));
  }

  private Uni<Optional<String>> blockUnlessSellerMayTrade(Availability availability) {
    return context
        .whyMayNotTrade(availability.ownerId())
        .invoke(
            reason -> {
              if (reason.isPresent() && availability.facts().status().isOpen()) {
                availability.block(List.of(reason.get()));
              }
            });
  }
}
