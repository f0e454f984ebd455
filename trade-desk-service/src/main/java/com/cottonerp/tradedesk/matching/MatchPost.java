package com.cottonerp.tradedesk.matching;

import com.cottonerp.defaults.jobs.OneByOne;
import com.cottonerp.tradedesk.matchrequests.MatchRequests;
import com.cottonerp.tradedesk.posting.Side;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A post looks for its counterparts: the best pair with each counterparty is proposed, and open
 * pairs that fit no more are dropped. In the caller's transaction.
 */
@ApplicationScoped
class MatchPost {
  private static final int MOST_PROPOSALS = 50;

  private final PairSearch pairs;
  private final ProposeMatch proposing;
  private final Matches matches;
  private final Clock clock;

  MatchPost(PairSearch pairs, ProposeMatch proposing, Matches matches, Clock clock) {
    this.pairs = pairs;
    this.proposing = proposing;
    this.matches = matches;
    this.clock = clock;
  }

  Uni<Void> match(MatchRequests.Request request) {
    return (request.side() == Side.BUY
            ? pairs.ofRequirement(request.postId(), true)
            : pairs.ofAvailability(request.postId()))
        .map(rated -> rated.stream().filter(RatedPair::fits).toList())
        .call(fitting -> dropMisfits(request.postId(), fitting))
        .chain(this::inTheRace)
        .map(inTheRace -> best(inTheRace, request.side()))
        .chain(items -> OneByOne.each(items, proposing::propose));
  }

  /** Open pairs of a post that changed, or whose other side did, and that fit no more. */
  private Uni<Void> dropMisfits(UUID postId, List<RatedPair> fitting) {
    Set<UUID> stay = fitting.stream().map(RatedPair::matchId).collect(Collectors.toSet());
    return matches
        .openOf(postId)
        .onItem()
        .transformToMulti(Multi.createFrom()::iterable)
        .select()
        .where(match -> !stay.contains(match.id()))
        .onItem()
        .transformToUniAndConcatenate(this::dropIfDisqualified)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> dropIfDisqualified(Match match) {
    return pairs
        .pairOf(match)
        .chain(
            pair ->
                pair.disqualifiedBy(clock.instant(), true).isEmpty()
                    ? Uni.createFrom().voidItem()
                    : matches
                        .getForUpdate(match.id())
                        .invoke(Match::expire)
                        .chain(matches::save)
                        .replaceWithVoid());
  }

  /** Without those that are not proposed (again) now: they would keep the next best out. */
  private Uni<List<RatedPair>> inTheRace(List<RatedPair> fitting) {
    return matches
        .of(fitting.stream().map(RatedPair::matchId).toList())
        .map(known -> known.stream().collect(Collectors.toMap(Match::id, Function.identity())))
        .map(
            known ->
                fitting.stream()
                    .filter(
                        rated ->
                            !known.containsKey(rated.matchId())
                                || known.get(rated.matchId()).isInTheRace(rated, clock.instant()))
                    .toList());
  }

  /** Of each counterparty the best; of those the best fifty. */
  private static List<RatedPair> best(List<RatedPair> rated, Side side) {
    Comparator<RatedPair> byScore =
        Comparator.comparing(RatedPair::totalScore)
            .reversed()
            .thenComparing(one -> one.pair().values().price())
            .thenComparing(one -> one.pair().availability().id())
            .thenComparing(one -> one.pair().requirement().id());
    Function<RatedPair, UUID> counterparty =
        one -> side == Side.BUY ? one.pair().seller().partnerId() : one.pair().buyer().partnerId();
    return rated.stream()
        .sorted(byScore)
        .collect(
            Collectors.toMap(
                counterparty, Function.identity(), (best, next) -> best, LinkedHashMap::new))
        .values()
        .stream()
        .limit(MOST_PROPOSALS)
        .toList();
  }
}
