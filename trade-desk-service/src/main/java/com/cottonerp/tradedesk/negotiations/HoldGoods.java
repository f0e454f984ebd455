package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.contracts.trade.v1.Brokerage;
import com.cottonerp.tradedesk.availabilities.Reservation;
import com.cottonerp.tradedesk.availabilities.ReserveStock;
import com.cottonerp.tradedesk.commissions.ComputeBrokerage;
import com.cottonerp.tradedesk.matching.RequireFit;
import com.cottonerp.tradedesk.posting.Actor;
import com.cottonerp.tradedesk.requirements.Requirements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/**
 * The stock of an agreement is reserved, and its requirement committed, until a trade is made of
 * it; the brokerage on it is computed. In the caller's transaction, which has locked both posts.
 */
@ApplicationScoped
class HoldGoods {
  private static final Duration HELD_FOR_THE_TRADE = Duration.ofDays(7);

  private final ReserveStock reserving;
  private final Requirements requirements;
  private final RequireFit fit;
  private final ComputeBrokerage brokerage;
  private final Clock clock;

  HoldGoods(
      ReserveStock reserving,
      Requirements requirements,
      RequireFit fit,
      ComputeBrokerage brokerage,
      Clock clock) {
    this.reserving = reserving;
    this.requirements = requirements;
    this.fit = fit;
    this.brokerage = brokerage;
    this.clock = clock;
  }

  Uni<Void> hold(Negotiation locked, Actor acting, NegotiatedPosts both) {
    return reserving
        .reserve(
            both.availability(),
            locked.counterparts().parties(acting.partnerId()),
            locked.id(),
            locked.terms().quantity(),
            HELD_FOR_THE_TRADE)
        .call(
            reservation ->
                brokerage
                    .on(locked.contractValue(both.availability().facts().measure()))
                    .invoke(brokered -> accept(locked, acting, both, reservation, brokered)))
        .invoke(() -> both.requirement().commit(locked.requirementQuantity()))
        .chain(() -> requirements.save(both.requirement()))
        .chain(() -> fit.require(both.requirement().facts(), both.availability().facts()));
  }

  private void accept(
      Negotiation locked,
      Actor acting,
      NegotiatedPosts both,
      Reservation reservation,
      Brokerage brokered) {
    locked.accept(
        acting.on(locked.sideOf(acting.partnerId())),
        reservation.id(),
        both.inUnitOfRequirement(locked.terms().quantity()),
        both.value(locked.terms().quantity(), locked.terms().price()),
        brokered,
        clock.instant());
  }
}
