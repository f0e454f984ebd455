package com.cottonerp.tradedesk.matching;

import com.cottonerp.defaults.jobs.OneByOne;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * A pair that fits is proposed, in place of worse pairs of the same requirement and seller. In the
 * caller's transaction.
 */
@ApplicationScoped
class ProposeMatch {
  private final Matches matches;
  private final Clock clock;

  ProposeMatch(Matches matches, Clock clock) {
    this.matches = matches;
    this.clock = clock;
  }

  /** Null when it is proposed already, or the seller has a better availability in the race. */
  Uni<Match> propose(RatedPair rated) {
    return othersInTheRace(rated)
        .chain(
            others ->
                others.stream().anyMatch(match -> match.isBetterThan(rated.totalScore()))
                    ? Uni.createFrom().nullItem()
                    : save(rated).onItem().ifNotNull().call(() -> expire(others)));
  }

  private Uni<List<Match>> othersInTheRace(RatedPair rated) {
    return matches
        .openBetween(rated.pair().requirement().id(), rated.pair().availability().sellerId())
        .map(open -> open.stream().filter(match -> !match.id().equals(rated.matchId())).toList());
  }

  private Uni<Match> save(RatedPair rated) {
    Instant now = clock.instant();
    return matches
        .findById(rated.matchId())
        .map(
            known -> {
              if (known == null) {
                return Match.propose(rated, now);
              }
              return known.proposeAgain(rated, now) ? known : null;
            })
        .onItem()
        .ifNotNull()
        .transformToUni(matches::save);
  }

  private Uni<Void> expire(List<Match> beaten) {
    beaten.forEach(Match::expire);
    return OneByOne.each(beaten, matches::save);
  }
}
