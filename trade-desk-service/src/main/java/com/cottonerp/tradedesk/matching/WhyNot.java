package com.cottonerp.tradedesk.matching;

import com.cottonerp.contracts.trade.v1.MatchScore;
import com.cottonerp.tradedesk.availabilities.Offer;
import com.cottonerp.tradedesk.matching.Matcher.Judged;
import com.cottonerp.tradedesk.posting.Side;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Why offers of the commodity are not matched with a requirement.
 *
 * @param lookedAt how many offers were; for a buyer, of those that they may see and whose seller
 *     they may trade with
 * @param refusedBy how many each gate refused
 * @param nearest those that came furthest; who offers stays hidden
 */
public record WhyNot(int lookedAt, Map<Gate, Long> refusedBy, List<NearMiss> nearest) {
  private static final int MOST_NEAREST = 20;

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record NearMiss(Gate gate, String detail, String state, String country, ScoreView score) {}

  /**
   * For the buyer, who learns nothing of offers that are not for them, nor why a seller may not
   * trade.
   */
  static WhyNot forBuyer(List<Judged> all, Weights weights) {
    return of(
        all.stream().filter(WhyNot::mayBeShown).toList(), judged -> forBuyer(judged, weights));
  }

  /** For internal users. */
  static WhyNot of(List<Judged> judged) {
    return of(judged, WhyNot::nearMiss);
  }

  private static WhyNot of(List<Judged> judged, Function<Judged, NearMiss> view) {
    Map<Gate, Long> counts = new EnumMap<>(Gate.class);
    judged.stream()
        .filter(one -> !one.outcome().fits())
        .forEach(one -> counts.merge(one.outcome().refusedBy(), 1L, Long::sum));
    List<NearMiss> nearest =
        judged.stream()
            .filter(one -> !one.outcome().fits())
            .sorted(Comparator.comparing((Judged one) -> one.outcome().refusedBy()).reversed())
            .limit(MOST_NEAREST)
            .map(view)
            .toList();
    return new WhyNot(judged.size(), counts, nearest);
  }

  private static boolean mayBeShown(Judged judged) {
    Offer offer = judged.pair().offer();
    return (judged.outcome().fits() || !judged.outcome().refusedBy().tellsOfAParty())
        && offer.status().isOnOffer()
        && offer.visibility().admits(offer.restrictedBuyers(), judged.pair().wish().buyerId());
  }

  private static NearMiss nearMiss(Judged judged) {
    MatchScore score = judged.outcome().score();
    return nearMiss(judged, judged.outcome().detail(), score == null ? null : ScoreView.all(score));
  }

  /** WHY another detail: how low the whole score is tells whether risk warns of the seller. */
  private static NearMiss forBuyer(Judged judged, Weights weights) {
    MatchScore score = judged.outcome().score();
    return score == null
        ? nearMiss(judged)
        : nearMiss(
            judged,
            "It scores less than the least of a match",
            ScoreView.of(score, Side.BUY, weights));
  }

  private static NearMiss nearMiss(Judged judged, String detail, ScoreView score) {
    return new NearMiss(
        judged.outcome().refusedBy(),
        detail,
        judged.pair().offer().place().state(),
        judged.pair().offer().place().country(),
        score);
  }
}
