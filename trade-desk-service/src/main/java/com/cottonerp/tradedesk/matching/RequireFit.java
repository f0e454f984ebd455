package com.cottonerp.tradedesk.matching;

import com.cottonerp.tradedesk.availabilities.AvailabilityFacts;
import com.cottonerp.tradedesk.requirements.RequirementFacts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Refuses a pair that was let through once, and fits no more; a party is not told what keeps the
 * other party from trading.
 */
@ApplicationScoped
public class RequireFit {
  private final PairSearch pairs;
  private final Clock clock;

  RequireFit(PairSearch pairs, Clock clock) {
    this.pairs = pairs;
    this.clock = clock;
  }

  public Uni<Void> require(RequirementFacts requirement, AvailabilityFacts availability) {
    return pairs
        .pair(requirement, availability)
        .invoke(
            pair ->
                pair.disqualifiedBy(clock.instant(), true)
                    .ifPresent(
                        outcome -> {
                          throw refusal(pair, outcome).refused();
                        }))
        .replaceWithVoid();
  }

  private static MatchRefusal refusal(Pair pair, Pair.Outcome outcome) {
    return outcome.refusedBy().tellsOfAParty()
        ? new MatchRefusal.CounterpartyUnavailable(
            Match.idOf(pair.requirement().id(), pair.availability().id()))
        : new MatchRefusal.Gated(outcome.refusedBy(), outcome.detail());
  }
}
