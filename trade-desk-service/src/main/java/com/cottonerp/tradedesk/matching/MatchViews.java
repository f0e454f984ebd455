package com.cottonerp.tradedesk.matching;

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
  private final PairSearch pairs;

  MatchViews(Caller caller, ActingPartner acting, PartnerDirectory directory, PairSearch pairs) {
    this.caller = caller;
    this.acting = acting;
    this.directory = directory;
    this.pairs = pairs;
  }

  /** A match as the caller sees how well it fits. */
  private record Seen(Match match, ScoreView score) {
    private static final Comparator<Seen> BEST_FIRST =
        Comparator.comparing((Seen seen) -> seen.score().total())
            .reversed()
            .thenComparing(seen -> seen.match().id());
  }

  /**
   * The best of one post's matches first, by the score that the caller sees. WHY not by the whole
   * score: the order would tell a seller which buyer pays more, and a party of whom risk warns.
   */
  Uni<List<MatchView>> best(List<Match> ofOnePost, int limit) {
    return ranked(ofOnePost, limit)
        .onItem()
        .transformToMulti(Multi.createFrom()::iterable)
        .onItem()
        .transformToUniAndConcatenate(this::view)
        .collect()
        .asList();
  }

  private Uni<List<Seen>> ranked(List<Match> ofOnePost, int limit) {
    Uni<List<Seen>> seen;
    if (ofOnePost.isEmpty() || caller.seesEverybody()) {
      seen = Uni.createFrom().item(ofOnePost.stream().map(MatchViews::whole).toList());
    } else {
      UUID me = acting.id();
      seen =
          pairs
              .weightsOf(ofOnePost.get(0).counterparts().commodityId())
              .map(
                  weights ->
                      ofOnePost.stream()
                          .filter(match -> match.status() != MatchStatus.REJECTED)
                          .map(match -> seenBy(me, match, weights))
                          .toList());
    }
    return seen.map(all -> all.stream().sorted(Seen.BEST_FIRST).limit(limit).toList());
  }

  private static Seen whole(Match match) {
    return new Seen(match, ScoreView.all(match.terms().score()));
  }

  private static Seen seenBy(UUID party, Match match, Weights weights) {
    return new Seen(match, ScoreView.of(match.terms().score(), match.sideOf(party), weights));
  }

  /** In the same order. Refuses with 404 who is no party of one of them. */
  Uni<List<MatchView>> ofAll(List<Match> several) {
    return Multi.createFrom()
        .iterable(several)
        .onItem()
        .transformToUniAndConcatenate(this::of)
        .collect()
        .asList();
  }

  /** Refuses with 404 who is no party of it. */
  Uni<MatchView> of(Match match) {
    if (caller.seesEverybody()) {
      return Uni.createFrom().item(MatchView.all(match));
    }
    UUID me = acting.id();
    match.sideOf(me);
    return pairs
        .weightsOf(match.counterparts().commodityId())
        .chain(weights -> view(seenBy(me, match, weights)));
  }

  private Uni<MatchView> view(Seen seen) {
    if (caller.seesEverybody()) {
      return Uni.createFrom().item(MatchView.all(seen.match()));
    }
    UUID me = acting.id();
    return directory
        .facts(seen.match().otherThan(me))
        .map(other -> MatchView.forParty(seen.match(), me, other, seen.score()));
  }
}
