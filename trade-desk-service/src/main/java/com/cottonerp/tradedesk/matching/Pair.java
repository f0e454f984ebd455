package com.cottonerp.tradedesk.matching;

import com.cottonerp.contracts.trade.v1.MatchScore;
import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.tradedesk.availabilities.AvailabilityFacts;
import com.cottonerp.tradedesk.partnerdirectory.PartnerFacts;
import com.cottonerp.tradedesk.posting.InsiderRules;
import com.cottonerp.tradedesk.posting.PostingRefusal;
import com.cottonerp.tradedesk.posting.TradingGate;
import com.cottonerp.tradedesk.posting.Visibility;
import com.cottonerp.tradedesk.requirements.RequirementFacts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A requirement and an availability side by side, with their parties. Pure: the same facts, the
 * same answer.
 */
record Pair(
    RequirementFacts requirement,
    AvailabilityFacts availability,
    PartnerFacts buyer,
    PartnerFacts seller) {
  private static final BigDecimal LEAST_SHARE_OF_MINIMUM = new BigDecimal("0.10");

  /**
   * What became of a pair: refused at a gate, or scored.
   *
   * @param refusedBy null when it fits
   * @param detail why, for a person; says nothing of who the other one is
   * @param score null when it was refused before it was scored
   */
  record Outcome(Gate refusedBy, String detail, MatchScore score, PlaceFit place) {
    boolean fits() {
      return refusedBy == null;
    }
  }

  /**
   * @param byHand whether an internal user proposes it: INTERNAL posts are matched by hand only
   */
  Outcome rate(Weights weights, Instant now, boolean byHand) {
    Optional<PlaceFit> place = place();
    return posts(now, place)
        .or(() -> dealings(now, byHand))
        .orElseGet(
            () -> {
              Goods goods = goods(place);
              return goods
                  .disqualifiedBy()
                  .orElseGet(() -> score(weights, goods.quality(), goods.place().orElseThrow()));
            });
  }

  /**
   * What disqualifies the pair whatever is left of each and whatever it costs; empty when nothing
   * does. A pair that was let through has to pass it again before its parties agree.
   *
   * @param byHand as in {@link #rate}
   */
  Optional<Outcome> disqualifiedBy(Instant now, boolean byHand) {
    return dealings(now, byHand).or(() -> goods(place()).disqualifiedBy());
  }

  private Optional<Outcome> dealings(Instant now, boolean byHand) {
    return parties(now).or(() -> terms(byHand));
  }

  private Goods goods(Optional<PlaceFit> place) {
    return new Goods(
        place, QualityFit.of(requirement.terms().quality(), availability.terms().quality()));
  }

  /** The delivery place that the goods fit best; empty when they fit none. */
  private Optional<PlaceFit> place() {
    return PlaceFit.of(
        reachable(), availability.terms().place(), requirement.terms().acceptsOtherStates());
  }

  /** How far place and quality fit; computed once for the gates and the score. */
  private record Goods(Optional<PlaceFit> place, QualityFit quality) {
    Optional<Outcome> disqualifiedBy() {
      if (place.isEmpty()) {
        return refusal(Gate.WRONG_PLACE, "The goods are too far from every delivery place");
      }
      return quality.broken().isEmpty()
          ? Optional.empty()
          : refusal(Gate.WRONG_QUALITY, String.join("; ", quality.broken()));
    }
  }

  private Outcome score(Weights weights, QualityFit quality, PlaceFit place) {
    MatchScore score =
        Scoring.total(
            weights,
            quality.score(),
            Scoring.price(
                LandedPrice.of(this, place).comparable(), values().budget(), values().target()),
            Scoring.delivery(place.location()),
            warned());
    return score.total().compareTo(weights.minimumScore()) < 0
        ? new Outcome(
            Gate.BELOW_MINIMUM_SCORE,
            "It scores %s, the least is %s"
                .formatted(score.total().toPlainString(), weights.minimumScore().toPlainString()),
            score,
            place)
        : new Outcome(null, null, score, place);
  }

  private Optional<Outcome> posts(Instant now, Optional<PlaceFit> place) {
    if (!requirement.commodityId().equals(availability.commodityId())) {
      return refusal(Gate.COMMODITY_DIFFERS, "The commodities differ");
    }
    if (!stockFits()) {
      return refusal(
          Gate.NOT_ENOUGH_STOCK,
          "%s %s available, %s wanted"
              .formatted(
                  availability.stock().available().toPlainString(),
                  availability.measure().quantityUnit(),
                  requirement.terms().quantities().min().toPlainString()));
    }
    if (isOverBudget(place)) {
      return refusal(Gate.OVER_BUDGET, "The price, with freight, is above the budget");
    }
    if (requirement.remaining().signum() == 0) {
      return refusal(Gate.REQUIREMENT_NOT_OPEN, "All that is wanted is agreed upon");
    }
    if (!requirement.status().isWanted()) {
      return refusal(Gate.REQUIREMENT_NOT_OPEN, "The requirement is " + requirement.status());
    }
    if (!availability.status().isOnOffer() || availability.stock().available().signum() == 0) {
      return refusal(Gate.AVAILABILITY_NOT_OPEN, "The availability is " + availability.status());
    }
    return now.isBefore(requirement.terms().expiresAt())
            && now.isBefore(availability.terms().expiresAt())
        ? Optional.empty()
        : refusal(Gate.POST_EXPIRED, "The time of a post is over");
  }

  /** What the goods cost where they are wanted; of goods that fit no place, the price alone. */
  private boolean isOverBudget(Optional<PlaceFit> place) {
    return availability.terms().price() != null
        && place
                .map(fit -> LandedPrice.of(this, fit).comparable())
                .orElseGet(() -> values().comparablePrice())
                .compareTo(values().budget())
            > 0;
  }

  private boolean stockFits() {
    BigDecimal least =
        requirement
            .measure()
            .base(requirement.terms().quantities().min())
            .multiply(LEAST_SHARE_OF_MINIMUM);
    BigDecimal most = requirement.measure().base(requirement.mostOfNext());
    BigDecimal leastOrder =
        availability.terms().partialOrders()
            ? (availability.terms().minOrder() == null
                ? BigDecimal.ZERO
                : availability.terms().minOrder())
            : availability.stock().total();
    return availability.measure().base(availability.stock().available()).compareTo(least) >= 0
        && availability.measure().base(leastOrder).compareTo(most) <= 0
        && leastOrder.compareTo(availability.stock().available()) <= 0;
  }

  private Optional<Outcome> parties(Instant now) {
    LocalDate today = BusinessDay.of(now);
    Optional<PostingRefusal> incapable =
        TradingGate.badStanding(buyer, today)
            .or(() -> TradingGate.badStanding(seller, today))
            .or(this::incapable);
    if (incapable.isPresent()) {
      return refusal(Gate.CAPABILITY_MISSING, "A party may not trade this");
    }
    Optional<String> related = InsiderRules.broken(buyer, seller);
    if (related.isPresent()) {
      return refusal(Gate.RELATED_PARTY, "Buyer and seller are related: " + related.get());
    }
    return Optional.empty();
  }

  /** The delivery places to which the seller may send these goods, and the buyer may take them. */
  private List<PostPlace> reachable() {
    return requirement.terms().places().stream()
        .filter(place -> incapable(place).isEmpty())
        .toList();
  }

  private Optional<PostingRefusal> incapable() {
    return reachable().isEmpty()
        ? incapable(requirement.terms().places().get(0))
        : Optional.empty();
  }

  private Optional<PostingRefusal> incapable(PostPlace wanted) {
    return TradingGate.between(
        buyer, seller, availability.terms().place().country(), wanted.country());
  }

  private Optional<Outcome> terms(boolean byHand) {
    if (!requirement.risk().isPassed() || !availability.risk().isPassed()) {
      return refusal(Gate.RISK_FAILED, "Risk did not let both posts pass");
    }
    boolean sameBranch =
        requirement.terms().branchId() != null
            && requirement.terms().branchId().equals(availability.terms().branchId());
    if (sameBranch
        && (requirement.terms().blockedInternalTrades()
            || availability.terms().blockedForBranches())) {
      return refusal(Gate.SAME_BRANCH, "Both posts are of the same branch");
    }
    if (!admits(
            requirement.terms().visibility(),
            requirement.terms().invitedSellers(),
            availability.sellerId(),
            byHand)
        || !admits(
            availability.terms().visibility(),
            availability.terms().restrictedBuyers(),
            requirement.buyerId(),
            byHand)) {
      return refusal(Gate.NOT_VISIBLE, "One of the posts is not for the other party");
    }
    return requirement.measure().currency().equals(availability.measure().currency())
        ? Optional.empty()
        : refusal(Gate.CURRENCY_DIFFERS, "The currencies differ");
  }

  private static boolean admits(
      Visibility visibility, List<UUID> named, UUID partnerId, boolean byHand) {
    return visibility.admits(named, partnerId) || (byHand && visibility == Visibility.INTERNAL);
  }

  private boolean warned() {
    return requirement.risk().isWarning() || availability.risk().isWarning();
  }

  /** How much would change hands, and at which price. */
  PairValues values() {
    return new PairValues(requirement, availability);
  }

  private static Optional<Outcome> refusal(Gate gate, String detail) {
    return Optional.of(refuse(gate, detail));
  }

  private static Outcome refuse(Gate gate, String detail) {
    return new Outcome(gate, detail, null, null);
  }
}
