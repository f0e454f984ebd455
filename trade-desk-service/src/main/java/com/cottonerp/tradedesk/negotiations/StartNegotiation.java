package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.tradedesk.matching.Match;
import com.cottonerp.tradedesk.matching.MatchRefusal;
import com.cottonerp.tradedesk.matching.Matches;
import com.cottonerp.tradedesk.matching.RequireFit;
import com.cottonerp.tradedesk.partnerdirectory.PartnerFacts;
import com.cottonerp.tradedesk.posting.Actor;
import com.cottonerp.tradedesk.posting.PostContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/**
 * A party of a cleared match begins to negotiate. Both parties have to be in good standing, and
 * both posts still be there. In the caller's transaction.
 */
@ApplicationScoped
class StartNegotiation {
  private final Matches matches;
  private final Negotiations negotiations;
  private final PostsOfNegotiation posts;
  private final PostContext context;
  private final RequireFit fit;
  private final IdSource ids;
  private final Clock clock;

  StartNegotiation(
      Matches matches,
      Negotiations negotiations,
      PostsOfNegotiation posts,
      PostContext context,
      RequireFit fit,
      IdSource ids,
      Clock clock) {
    this.matches = matches;
    this.negotiations = negotiations;
    this.posts = posts;
    this.context = context;
    this.fit = fit;
    this.ids = ids;
    this.clock = clock;
  }

  Uni<Negotiation> start(UUID matchId, Actor acting) {
    UUID partnerId = acting.partnerId();
    return matches
        .getForUpdate(matchId)
        .invoke(match -> match.sideOf(partnerId))
        .invoke(match -> match.negotiate(clock.instant()))
        .call(() -> context.partner(partnerId))
        .call(match -> counterpartyMustTrade(match, partnerId))
        .chain(match -> start(match, acting))
        .chain(negotiations::save);
  }

  /** The parties do not know each other yet: why the other party may not trade is not told. */
  private Uni<PartnerFacts> counterpartyMustTrade(Match match, UUID partnerId) {
    return context
        .partner(match.otherThan(partnerId))
        .onFailure(PostContext::isRefusal)
        .transform(no -> new MatchRefusal.CounterpartyUnavailable(match.id()).refused());
  }

  private Uni<Negotiation> start(Match match, Actor acting) {
    return posts
        .of(match)
        .invoke(both -> both.mustBeThere(clock.instant()))
        .call(both -> fit.require(both.requirement().facts(), both.availability().facts()))
        .call(() -> matches.save(match))
        .map(
            both ->
                Negotiation.start(
                    ids.next(),
                    match,
                    both.goods(),
                    both.tradeTerms(),
                    acting.on(match.sideOf(acting.partnerId())),
                    clock.instant()));
  }
}
