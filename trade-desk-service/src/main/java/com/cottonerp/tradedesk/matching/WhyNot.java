package com.cottonerp.tradedesk.matching;

import com.cottonerp.contracts.trade.v1.MatchScore;
import com.cottonerp.tradedesk.availabilities.Offer;
import com.cottonerp.tradedesk.matching.Matcher.Judged;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Why offers of the commodity are not matched with a requirement.
 *
 * @param lookedAt how many offers were; for a buyer, of those that they may see
 * @param refusedBy how many each gate refused
 * @param nearest those that came furthest; who offers stays hidden
 */
public record WhyNot(int lookedAt, Map<Gate, Long> refusedBy, List<NearMiss> nearest) {
  private static final int MOST_NEAREST = 20;

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record NearMiss(
      Gate gate, String detail, String state, String country, MatchScore score) {}

  /** For the buyer, who learns nothing of offers that are not for them. */
  static WhyNot forBuyer(List<Judged> all) {
    return of(all.stream().filter(WhyNot::mayBeShown).toList());
  }

  /** For internal users. */
  static WhyNot of(List<Judged> judged) {
    Map<Gate, Long> counts = new EnumMap<>(Gate.class);
    judged.stream()
        .filter(one -> !one.outcome().fits())
        .forEach(one -> counts.merge(one.outcome().refusedBy(), 1L, Long::sum));
    List<NearMiss> nearest =
        judged.stream()
            .filter(one -> !one.outcome().fits())
            .sorted(Comparator.comparing((Judged one) -> one.outcome().refusedBy()).reversed())
            .limit(MOST_NEAREST)
            .map(WhyNot::nearMiss)
            .toList();
    return new WhyNot(judged.size(), counts, nearest);
  }

  private static boolean mayBeShown(Judged judged) {
    Offer offer = judged.pair().offer();
    return offer.status().isOnOffer()
        && offer.visibility().admits(offer.restrictedBuyers(), judged.pair().wish().buyerId());
  }

  private static NearMiss nearMiss(Judged judged) {
    return new NearMiss(
        judged.outcome().refusedBy(),
        judged.outcome().detail(),
        judged.pair().offer().place().state(),
        judged.pair().offer().place().country(),
        judged.outcome().score());
  }
}
