package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.tradedesk.availabilities.Reservation;
import com.cottonerp.tradedesk.availabilities.ReserveStock;
import com.cottonerp.tradedesk.matching.RequireFit;
import com.cottonerp.tradedesk.requirements.Requirements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * The stock of an agreement is reserved, and its requirement committed, until a trade is made of
 * it. In the caller's transaction, which has locked both posts.
 */
@ApplicationScoped
class HoldGoods {
  private static final Duration HELD_FOR_THE_TRADE = Duration.ofDays(7);

  private final ReserveStock reserving;
  private final Requirements requirements;
  private final RequireFit fit;
  private final Clock clock;

  HoldGoods(ReserveStock reserving, Requirements requirements, RequireFit fit, Clock clock) {
    this.reserving = reserving;
    this.requirements = requirements;
    this.fit = fit;
    this.clock = clock;
  }

  Uni<Void> hold(Negotiation locked, UUID partnerId, NegotiatedPosts both) {
    return reserving
        .reserve(
            both.availability(),
            locked.counterparts().parties(partnerId),
            locked.id(),
            locked.terms().quantity(),
            HELD_FOR_THE_TRADE)
        .invoke(reservation -> accept(locked, partnerId, both, reservation))
        .invoke(() -> both.requirement().commit(locked.requirementQuantity()))
        .chain(() -> requirements.save(both.requirement()))
        .chain(() -> fit.require(both.requirement().facts(), both.availability().facts()));
  }

  private void accept(
      Negotiation locked, UUID partnerId, NegotiatedPosts both, Reservation reservation) {
    locked.accept(
        locked.sideOf(partnerId),
        reservation.id(),
        both.inUnitOfRequirement(locked.terms().quantity()),
        both.value(locked.terms().quantity(), locked.terms().price()),
        clock.instant());
  }
}
