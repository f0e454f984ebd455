package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.tradedesk.availabilities.Availabilities;
import com.cottonerp.tradedesk.availabilities.Offer;
import com.cottonerp.tradedesk.availabilities.Reservation;
import com.cottonerp.tradedesk.availabilities.StockHandlers;
import com.cottonerp.tradedesk.matching.Match;
import com.cottonerp.tradedesk.matching.MatchRefusal;
import com.cottonerp.tradedesk.matching.Matcher;
import com.cottonerp.tradedesk.matching.Matches;
import com.cottonerp.tradedesk.matchrequests.MatchRequests;
import com.cottonerp.tradedesk.partnerdirectory.PartnerFacts;
import com.cottonerp.tradedesk.posting.Measure;
import com.cottonerp.tradedesk.posting.Parties;
import com.cottonerp.tradedesk.posting.PostContext;
import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.requirements.Requirement;
import com.cottonerp.tradedesk.requirements.RequirementLife;
import com.cottonerp.tradedesk.requirements.Requirements;
import com.cottonerp.tradedesk.requirements.Wish;
import com.cottonerp.tradedesk.trades.WashTrades;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The moves of a negotiation, in the caller's transaction. Locks are taken in one order:
 * negotiation, match, availability, requirement.
 */
@ApplicationScoped
class NegotiationHandlers {
  private static final Duration HELD_FOR_THE_TRADE = Duration.ofDays(7);

  private final Matches matches;
  private final Matcher matcher;
  private final MatchRequests requests;
  private final Negotiations negotiations;
  private final NegotiationOffers offers;
  private final Availabilities availabilities;
  private final Requirements requirements;
  private final StockHandlers stock;
  private final RequirementLife wishes;
  private final PostContext context;
  private final Parties parties;
  private final WashTrades washTrades;
  private final IdSource ids;
  private final Clock clock;

  NegotiationHandlers(
      Matches matches,
      Matcher matcher,
      MatchRequests requests,
      Negotiations negotiations,
      NegotiationOffers offers,
      Availabilities availabilities,
      Requirements requirements,
      StockHandlers stock,
      RequirementLife wishes,
      PostContext context,
      Parties parties,
      WashTrades washTrades,
      IdSource ids,
      Clock clock) {
    this.matches = matches;
    this.matcher = matcher;
    this.requests = requests;
    this.negotiations = negotiations;
    this.offers = offers;
    this.availabilities = availabilities;
    this.requirements = requirements;
    this.stock = stock;
    this.wishes = wishes;
    this.context = context;
    this.parties = parties;
    this.washTrades = washTrades;
    this.ids = ids;
    this.clock = clock;
  }

  /** Both parties have to be in good standing, and both posts still be there. */
  Uni<Negotiation> start(UUID matchId, UUID partnerId) {
    return matches
        .getToMove(matchId)
        .invoke(match -> mustBeParty(match, partnerId))
        .invoke(match -> match.negotiate(clock.instant()))
        .call(match -> context.partner(partnerId))
        .call(match -> otherMustBeThere(match, partnerId))
        .call(this::postsMustBeThere)
        .call(match -> matcher.mustStillFit(match.requirementId(), match.availabilityId()))
        .call(matches::save)
        .map(
            match -> Negotiation.start(ids.next(), match, match.sideOf(partnerId), clock.instant()))
        .chain(negotiations::save);
  }

  /** They do not know each other yet: not why it may not. */
  private Uni<PartnerFacts> otherMustBeThere(Match match, UUID partnerId) {
    return context
        .partner(match.otherThan(partnerId))
        .onFailure(PostContext::isNo)
        .transform(no -> new MatchRefusal.CounterpartyUnavailable(match.id()).refused());
  }

  private Uni<Requirement> postsMustBeThere(Match match) {
    return availabilities
        .get(match.availabilityId())
        .invoke(offer -> offer.offer().mustBeOnOffer(clock.instant()))
        .chain(() -> requirements.get(match.requirementId()))
        .invoke(Requirement::mustBeWanted);
  }

  private static void mustBeParty(Match match, UUID partnerId) {
    if (!match.isParty(partnerId)) {
      throw new NotFound("match", match.id()).refused();
    }
  }

  Uni<Negotiation> offer(UUID id, UUID partnerId, OfferBody body) {
    return negotiations
        .getToMove(id)
        .invoke(
            negotiation ->
                negotiation.mustTakeOfferOf(negotiation.sideOf(partnerId), clock.instant()))
        .call(
            negotiation ->
                posts(negotiation)
                    .invoke(
                        posts ->
                            posts.mustFit(
                                body.price(),
                                body.quantity(),
                                // A seller may ask for more than the buyer wants to pay.
                                negotiation.sideOf(partnerId) == Side.BUY ? Side.BUY : null,
                                negotiation.round(),
                                clock.instant())))
        .call(() -> offers.settle(id, NegotiationOffer.Status.COUNTERED))
        .invoke(
            negotiation ->
                negotiation.offer(
                    negotiation.sideOf(partnerId),
                    body.price(),
                    body.quantity().setScale(3),
                    clock.instant()))
        .call(negotiation -> keep(negotiation, partnerId, body))
        .chain(negotiations::save);
  }

  private Uni<NegotiationOffer> keep(Negotiation negotiation, UUID partnerId, OfferBody body) {
    return offers.persist(
        NegotiationOffer.of(
            ids.next(),
            negotiation,
            negotiation.sideOf(partnerId),
            body.price(),
            body.quantity().setScale(3),
            body.message(),
            clock.instant()));
  }

  /**
   * Everything is checked again: the parties, risk, both posts. The stock is held, and the
   * requirement committed, for the trade in the same transaction.
   */
  Uni<Negotiation> accept(UUID id, UUID partnerId) {
    return negotiations
        .getToMove(id)
        .invoke(
            negotiation ->
                negotiation.mustBeAcceptableTo(negotiation.sideOf(partnerId), clock.instant()))
        .call(this::agree)
        .call(
            negotiation ->
                washTrades.refuse(
                    negotiation.buyerId(), negotiation.sellerId(), negotiation.commodityId()))
        .chain(negotiation -> acceptAndHold(negotiation, partnerId))
        .call(() -> offers.settle(id, NegotiationOffer.Status.ACCEPTED))
        .chain(negotiations::save);
  }

  private Uni<Match> agree(Negotiation negotiation) {
    return matches
        .getToMove(negotiation.matchId())
        .invoke(Match::mustNotBeForbidden)
        .invoke(Match::agreed)
        .chain(matches::save);
  }

  private Uni<Negotiation> acceptAndHold(Negotiation negotiation, UUID partnerId) {
    return posts(negotiation)
        .invoke(
            posts ->
                posts.mustFit(
                    negotiation.price(),
                    negotiation.quantity(),
                    negotiation.sideOf(partnerId),
                    negotiation.round(),
                    clock.instant()))
        .call(
            posts ->
                parties.mustBeCapable(
                    negotiation.parties(partnerId), posts.offer().place(), posts.wish().places()))
        .call(posts -> mustBeJudged(negotiation, posts))
        .chain(
            posts ->
                stock
                    .reserve(
                        negotiation.availabilityId(),
                        negotiation.parties(partnerId),
                        negotiation.id(),
                        negotiation.quantity(),
                        HELD_FOR_THE_TRADE)
                    .invoke(held -> accept(negotiation, partnerId, posts, held)))
        .chain(() -> wishes.commit(negotiation.requirementId(), negotiation.wishQuantity()))
        .chain(
            () -> matcher.mustStillFit(negotiation.requirementId(), negotiation.availabilityId()))
        .replaceWith(negotiation);
  }

  private Uni<Match> mustBeJudged(Negotiation negotiation, Posts posts) {
    BigDecimal value = posts.offer().measure().value(negotiation.quantity(), negotiation.price());
    return matches.get(negotiation.matchId()).invoke(match -> match.mustCover(value));
  }

  private void accept(Negotiation negotiation, UUID partnerId, Posts posts, Reservation held) {
    Measure measure = posts.offer().measure();
    negotiation.accept(
        negotiation.sideOf(partnerId),
        held.id(),
        posts.wish().inItsUnit(negotiation.quantity(), measure),
        measure.value(negotiation.quantity(), negotiation.price()),
        clock.instant());
  }

  Uni<Negotiation> reject(UUID id, UUID partnerId, String reason) {
    return negotiations
        .getToMove(id)
        .invoke(
            negotiation ->
                negotiation.reject(negotiation.sideOf(partnerId), reason, clock.instant()))
        .call(this::close)
        .call(() -> offers.settle(id, NegotiationOffer.Status.REJECTED))
        .chain(negotiations::save);
  }

  /** When its time is over. */
  Uni<Void> expire(UUID id) {
    return negotiations
        .getToMove(id)
        .chain(
            negotiation -> {
              if (!negotiation.expires(clock.instant())) {
                return Uni.createFrom().voidItem();
              }
              negotiation.expire();
              return close(negotiation)
                  .chain(() -> offers.settle(id, NegotiationOffer.Status.EXPIRED))
                  .chain(() -> negotiations.save(negotiation))
                  .replaceWithVoid();
            });
  }

  /** No trade was made of an agreement in time: stock and requirement are free again. */
  Uni<Void> lapse(UUID id) {
    return negotiations
        .getToMove(id)
        .chain(
            negotiation -> {
              return negotiation.isAgreed()
                  // A trade may have been made of it a moment ago.
                  ? stock
                      .isHeld(negotiation.availabilityId(), negotiation.reservationId())
                      .chain(held -> held ? lapse(negotiation) : Uni.createFrom().<Void>voidItem())
                  : Uni.createFrom().<Void>voidItem();
            });
  }

  private Uni<Void> lapse(Negotiation negotiation) {
    negotiation.expire();
    return close(negotiation)
        .chain(() -> stock.expire(negotiation.availabilityId(), negotiation.reservationId()))
        .chain(() -> wishes.uncommit(negotiation.requirementId(), negotiation.wishQuantity()))
        .chain(() -> negotiations.save(negotiation))
        .replaceWithVoid();
  }

  private Uni<Match> close(Negotiation negotiation) {
    return matches
        .getToMove(negotiation.matchId())
        .invoke(Match::closed)
        .chain(matches::save)
        // Whom it kept out has its turn.
        .call(() -> requests.request(Side.BUY, negotiation.requirementId()));
  }

  private Uni<Posts> posts(Negotiation negotiation) {
    return availabilities
        .getToMoveStock(negotiation.availabilityId())
        .invoke(offer -> negotiation.mustMeanTheSame(offer.offer().measure()))
        .chain(
            offer ->
                requirements
                    .getToBuy(negotiation.requirementId())
                    .invoke(wish -> wish.mustBeWanted())
                    .map(wish -> new Posts(wish.wish(), offer.offer())));
  }

  /** Both posts as they are now. */
  private record Posts(Wish wish, Offer offer) {
    /**
     * @param payer who would have it paid, and only a buyer is told the budget; null when it does
     *     not matter
     * @param round of the last offer
     */
    void mustFit(BigDecimal price, BigDecimal quantity, Side payer, int round, Instant now) {
      BigDecimal asked = price.multiply(wish.measure().priceFactor());
      BigDecimal most = wish.maxPrice().multiply(offer.measure().priceFactor());
      if (payer != null && asked.compareTo(most) > 0) {
        throw (payer == Side.BUY
                ? new NegotiationRefusal.OverBudget(price, wish.maxPrice())
                : new NegotiationRefusal.OfferStandsNoMore(round))
            .refused();
      }
      offer.mustAllow(quantity, now);
      wish.mustAllow(offer.measure().base(quantity), now);
    }
  }
}
