package com.cottonerp.tradedesk.matching;

import com.cottonerp.contracts.trade.v1.MatchScore;
import com.cottonerp.tradedesk.availabilities.AvailabilityFacts;
import com.cottonerp.tradedesk.posting.Side;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why availabilities of the commodity are not matched with a requirement.
 *
 * @param lookedAt how many availabilities were; for a buyer, of those that they may see and whose
 *     seller they may trade with
 * @param refusedBy how many each gate refused
 * @param nearest those that came furthest; who sells stays hidden
 */
public record WhyNot(int lookedAt, Map<Gate, Long> refusedBy, List<NearMiss> nearest) {
  private static final int MOST_NEAREST = 20;

  /**
   * An availability that came far.
   *
   * @param state left out when its place has none
   * @param score left out when it was refused before it was scored
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record NearMiss(
      Gate gate,
      String detail,
      @Nullable String state,
      String country,
      @Nullable @Schema(description = "Left out when it was refused before it was scored")
          ScoreView score) {}

  /**
   * For the buyer, who learns nothing of availabilities that are not for them, nor why a seller may
   * not trade.
   */
  static WhyNot forBuyer(List<RatedPair> all, Weights weights) {
    return of(all.stream().filter(WhyNot::mayBeShown).toList(), rated -> forBuyer(rated, weights));
  }

  /** For internal users. */
  static WhyNot of(List<RatedPair> rated) {
    return of(rated, WhyNot::nearMiss);
  }

  private static WhyNot of(List<RatedPair> rated, Function<RatedPair, NearMiss> view) {
    Map<Gate, Long> counts = new EnumMap<>(Gate.class);
    rated.stream()
        .filter(one -> !one.outcome().fits())
        .forEach(one -> counts.merge(one.outcome().refusedBy(), 1L, Long::sum));
    List<NearMiss> nearest =
        rated.stream()
            .filter(one -> !one.outcome().fits())
            .sorted(Comparator.comparing((RatedPair one) -> one.outcome().refusedBy()).reversed())
            .limit(MOST_NEAREST)
            .map(view)
            .toList();
    return new WhyNot(rated.size(), counts, nearest);
  }

  private static boolean mayBeShown(RatedPair rated) {
    AvailabilityFacts availability = rated.pair().availability();
    return (rated.outcome().fits() || !rated.outcome().refusedBy().tellsOfAParty())
        && availability.status().isOnOffer()
        && availability
            .terms()
            .visibility()
            .admits(availability.terms().restrictedBuyers(), rated.pair().requirement().buyerId());
  }

  private static NearMiss nearMiss(RatedPair rated) {
    MatchScore score = rated.outcome().score();
    return nearMiss(rated, rated.outcome().detail(), score == null ? null : ScoreView.all(score));
  }

  /** WHY another detail: how low the whole score is tells whether risk warns of the seller. */
  private static NearMiss forBuyer(RatedPair rated, Weights weights) {
    MatchScore score = rated.outcome().score();
    return score == null
        ? nearMiss(rated)
        : nearMiss(
            rated,
            "It scores less than the least of a match",
            ScoreView.of(score, Side.BUY, weights));
  }

  private static NearMiss nearMiss(RatedPair rated, String detail, ScoreView score) {
    return new NearMiss(
        rated.outcome().refusedBy(),
        detail,
        rated.pair().availability().terms().place().state(),
        rated.pair().availability().terms().place().country(),
        score);
  }
}
