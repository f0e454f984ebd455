package com.cottonerp.tradedesk.matching;

import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.tradedesk.partnerdirectory.PartnerDirectory;
import com.cottonerp.tradedesk.posting.ActingPartner;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What of a match the caller may see: its own side, all of it for internal users. */
@ApplicationScoped
class MatchViews {
  private final Caller caller;
  private final ActingPartner acting;
  private final PartnerDirectory directory;
  private final Matcher matcher;

  MatchViews(Caller caller, ActingPartner acting, PartnerDirectory directory, Matcher matcher) {
    this.caller = caller;
    this.acting = acting;
    this.directory = directory;
    this.matcher = matcher;
  }

  /**
   * The best of one post's matches first, by the score that the caller sees. WHY not by the whole
   * score: the order would tell a seller which buyer pays more, and a party of whom risk warns.
   */
  Uni<List<MatchView>> best(List<Match> ofOnePost, int limit) {
    if (ofOnePost.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return matcher
        .weightsOf(ofOnePost.get(0).commodityId())
        .chain(
            weights ->
                Multi.createFrom()
                    .iterable(ranked(ofOnePost, weights, limit))
                    .onItem()
                    .transformToUniAndConcatenate(match -> of(match, weights))
                    .collect()
                    .asList());
  }

  private List<Match> ranked(List<Match> matches, Weights weights, int limit) {
    Comparator<Match> byScore = Comparator.comparing(match -> score(match, weights).total());
    return matches.stream()
        .filter(match -> caller.seesEverybody() || match.status() != MatchStatus.REJECTED)
        .sorted(byScore.reversed().thenComparing(Match::id))
        .limit(limit)
        .toList();
  }

  private ScoreView score(Match match, Weights weights) {
    return caller.seesEverybody()
        ? ScoreView.all(match.score())
        : ScoreView.of(match.score(), match.sideOf(acting.id()), weights);
  }

  /** Refuses with 404 who is no party of it. */
  Uni<MatchView> of(Match match) {
    return matcher.weightsOf(match.commodityId()).chain(weights -> of(match, weights));
  }

  private Uni<MatchView> of(Match match, Weights weights) {
    if (caller.seesEverybody()) {
      return Uni.createFrom().item(MatchView.all(match));
    }
    UUID me = acting.id();
    if (!match.isParty(me)) {
      throw new NotFound("match", match.id()).refused();
    }
    return directory
        .facts(match.buyerId().equals(me) ? match.sellerId() : match.buyerId())
        .map(other -> MatchView.forParty(match, me, other, score(match, weights)));
  }
}
