package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.tradedesk.matching.Match;
import com.cottonerp.tradedesk.matching.Matches;
import com.cottonerp.tradedesk.posting.Actor;
import com.cottonerp.tradedesk.posting.Parties;
import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.washtrades.WashTrades;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/**
 * A party accepts the last offer of the other side. Everything is checked again: the parties, risk,
 * both posts. The goods are held for the trade in the same transaction, which is the caller's.
 */
@ApplicationScoped
class AcceptOffer {
  private final Matches matches;
  private final WashTrades washTrades;
  private final PostsOfNegotiation posts;
  private final Parties parties;
  private final HoldGoods holding;
  private final SaveNegotiation saving;
  private final Clock clock;

  AcceptOffer(
      Matches matches,
      WashTrades washTrades,
      PostsOfNegotiation posts,
      Parties parties,
      HoldGoods holding,
      SaveNegotiation saving,
      Clock clock) {
    this.matches = matches;
    this.washTrades = washTrades;
    this.posts = posts;
    this.parties = parties;
    this.holding = holding;
    this.saving = saving;
    this.clock = clock;
  }

  Uni<Negotiation> accept(Negotiation locked, Actor acting) {
    UUID partnerId = acting.partnerId();
    locked.mustBeAcceptableTo(locked.sideOf(partnerId), clock.instant());
    return matches
        .getForUpdate(locked.matchId())
        .invoke(Match::mustNotBeForbidden)
        .invoke(Match::agree)
        .call(matches::save)
        .call(
            () ->
                washTrades.refuse(
                    locked.counterparts().buyerId(),
                    locked.counterparts().sellerId(),
                    locked.counterparts().commodityId()))
        .chain(match -> check(locked, partnerId, match))
        .chain(both -> holding.hold(locked, acting, both))
        .chain(() -> saving.save(locked, NegotiationOffer.Status.ACCEPTED));
  }

  private Uni<NegotiatedPosts> check(Negotiation locked, UUID partnerId, Match match) {
    Side by = locked.sideOf(partnerId);
    return posts
        .forUpdate(locked)
        .invoke(both -> locked.mustBeOfTheSameGoods(both.goods()))
        .invoke(
            both ->
                both.mustAllow(
                    locked.terms().price(),
                    locked.terms().quantity(),
                    by,
                    locked.round(),
                    clock.instant()))
        .call(
            both ->
                parties.mustBeCapable(
                    locked.counterparts().parties(partnerId),
                    both.availability().facts().terms().place(),
                    both.requirement().facts().terms().places()))
        .invoke(
            both -> match.mustCover(both.value(locked.terms().quantity(), locked.terms().price())));
  }
}
