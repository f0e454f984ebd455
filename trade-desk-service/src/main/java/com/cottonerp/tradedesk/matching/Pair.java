package com.cottonerp.tradedesk.matching;

import com.cottonerp.contracts.trade.v1.MatchScore;
import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.tradedesk.availabilities.Offer;
import com.cottonerp.tradedesk.partnerdirectory.PartnerFacts;
import com.cottonerp.tradedesk.posting.InsiderRules;
import com.cottonerp.tradedesk.posting.PostingRefusal;
import com.cottonerp.tradedesk.posting.TradingGate;
import com.cottonerp.tradedesk.posting.Visibility;
import com.cottonerp.tradedesk.requirements.Wish;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A wish and an offer side by side, with their parties. Pure: the same facts, the same answer. */
record Pair(Wish wish, Offer offer, PartnerFacts buyer, PartnerFacts seller) {
  private static final BigDecimal LEAST_SHARE_OF_MINIMUM = new BigDecimal("0.10");
  private static final int QUANTITY_SCALE = 3;

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
  Outcome judge(Weights weights, Instant now, boolean byHand) {
    return posts(now)
        .or(() -> dealings(now, byHand))
        .orElseGet(
            () -> {
              Goods goods = goods();
              return goods
                  .apart()
                  .orElseGet(() -> score(weights, goods.quality(), goods.place().orElseThrow()));
            });
  }

  /**
   * What keeps the two apart whatever is left of each and whatever it costs; empty when nothing
   * does. A pair that was let through has to pass it again before its parties agree.
   *
   * @param byHand as in {@link #judge}
   */
  Optional<Outcome> apart(Instant now, boolean byHand) {
    return dealings(now, byHand).or(() -> goods().apart());
  }

  private Optional<Outcome> dealings(Instant now, boolean byHand) {
    return parties(now).or(() -> terms(byHand));
  }

  private Goods goods() {
    return new Goods(
        PlaceFit.of(reachable(), offer.place()), QualityFit.of(wish.quality(), offer.quality()));
  }

  /** How far place and quality fit; computed once for the gates and the score. */
  private record Goods(Optional<PlaceFit> place, QualityFit quality) {
    Optional<Outcome> apart() {
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
            Scoring.price(comparablePrice(), budget(), target()),
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

  private Optional<Outcome> posts(Instant now) {
    if (!wish.commodityId().equals(offer.commodityId())) {
      return refusal(Gate.COMMODITY_DIFFERS, "The commodities differ");
    }
    if (!stockFits()) {
      return refusal(
          Gate.NOT_ENOUGH_STOCK,
          "%s %s available, %s wanted"
              .formatted(
                  offer.available().toPlainString(),
                  offer.measure().quantityUnit(),
                  wish.min().toPlainString()));
    }
    if (offer.price() != null && comparablePrice().compareTo(budget()) > 0) {
      return refusal(Gate.OVER_BUDGET, "The price is above the budget");
    }
    if (wish.remaining().signum() == 0) {
      return refusal(Gate.REQUIREMENT_NOT_OPEN, "All that is wanted is agreed upon");
    }
    if (!wish.status().isWanted()) {
      return refusal(Gate.REQUIREMENT_NOT_OPEN, "The requirement is " + wish.status());
    }
    if (!offer.status().isOnOffer() || offer.available().signum() == 0) {
      return refusal(Gate.AVAILABILITY_NOT_OPEN, "The availability is " + offer.status());
    }
    return now.isBefore(wish.expiresAt()) && now.isBefore(offer.expiresAt())
        ? Optional.empty()
        : refusal(Gate.POST_EXPIRED, "The time of a post is over");
  }

  private boolean stockFits() {
    BigDecimal least = wish.measure().base(wish.min()).multiply(LEAST_SHARE_OF_MINIMUM);
    BigDecimal remaining = wish.measure().base(wish.remaining());
    BigDecimal leastOrder =
        offer.partialOrders()
            ? (offer.minOrder() == null ? BigDecimal.ZERO : offer.minOrder())
            : offer.total();
    return offer.measure().base(offer.available()).compareTo(least) >= 0
        && offer.measure().base(leastOrder).compareTo(remaining) <= 0
        && leastOrder.compareTo(offer.available()) <= 0;
  }

  private Optional<Outcome> parties(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
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
    return wish.places().stream().filter(place -> incapable(place).isEmpty()).toList();
  }

  private Optional<PostingRefusal> incapable() {
    return reachable().isEmpty() ? incapable(wish.places().get(0)) : Optional.empty();
  }

  private Optional<PostingRefusal> incapable(PostPlace wanted) {
    return TradingGate.between(buyer, seller, offer.place().country(), wanted.country());
  }

  private Optional<Outcome> terms(boolean byHand) {
    if (!judged(wish.riskStatus()) || !judged(offer.riskStatus())) {
      return refusal(Gate.RISK_FAILED, "Risk did not let both posts pass");
    }
    boolean sameBranch = wish.branchId() != null && wish.branchId().equals(offer.branchId());
    if (sameBranch && (wish.blockedInternalTrades() || offer.blockedForBranches())) {
      return refusal(Gate.SAME_BRANCH, "Both posts are of the same branch");
    }
    if (!admits(wish.visibility(), wish.invitedSellers(), offer.sellerId(), byHand)
        || !admits(offer.visibility(), offer.restrictedBuyers(), wish.buyerId(), byHand)) {
      return refusal(Gate.NOT_VISIBLE, "One of the posts is not for the other party");
    }
    return wish.measure().currency().equals(offer.measure().currency())
        ? Optional.empty()
        : refusal(Gate.CURRENCY_DIFFERS, "The currencies differ");
  }

  private static boolean admits(
      Visibility visibility, List<UUID> named, UUID partnerId, boolean byHand) {
    return visibility.admits(named, partnerId) || (byHand && visibility == Visibility.INTERNAL);
  }

  private static boolean judged(String riskStatus) {
    return "PASS".equals(riskStatus) || "WARN".equals(riskStatus);
  }

  private boolean warned() {
    return "WARN".equals(wish.riskStatus()) || "WARN".equals(offer.riskStatus());
  }

  // Prices may be for other units, once a commodity changed its own: both sides times the factor
  // of the other one are exact where a division would not be.
  private BigDecimal comparablePrice() {
    return offer.price() == null ? null : offer.price().multiply(wish.measure().priceFactor());
  }

  private BigDecimal budget() {
    return wish.maxPrice().multiply(offer.measure().priceFactor());
  }

  private BigDecimal target() {
    return wish.preferredPrice() == null
        ? null
        : wish.preferredPrice().multiply(offer.measure().priceFactor());
  }

  /** What would change hands, in the unit of the offer. */
  BigDecimal quantity() {
    if (!offer.partialOrders()) {
      return offer.total();
    }
    BigDecimal wanted = inUnitOfOffer(wish.wanted().min(wish.remaining())).min(offer.available());
    return offer.minOrder() == null ? wanted : wanted.max(offer.minOrder());
  }

  /** What would change hands at most, at the highest price that the buyer pays. */
  BigDecimal highestValue() {
    BigDecimal most =
        offer.partialOrders()
            ? inUnitOfOffer(wish.remaining()).min(offer.available())
            : offer.total();
    BigDecimal highestPrice =
        wish.maxPrice()
            .multiply(offer.measure().priceFactor())
            .divide(wish.measure().priceFactor(), 2, RoundingMode.UP);
    return offer.measure().value(most, highestPrice);
  }

  private BigDecimal inUnitOfOffer(BigDecimal quantity) {
    return wish.measure().quantityFactor().compareTo(offer.measure().quantityFactor()) == 0
        ? quantity
        : wish.measure()
            .base(quantity)
            .divide(offer.measure().quantityFactor(), QUANTITY_SCALE, RoundingMode.DOWN);
  }

  /** The price of the offer, or else what the buyer would like to pay, for the offer's unit. */
  BigDecimal price() {
    if (offer.price() != null) {
      return offer.price();
    }
    BigDecimal liked = wish.preferredPrice() == null ? wish.maxPrice() : wish.preferredPrice();
    return liked
        .multiply(offer.measure().priceFactor())
        .divide(wish.measure().priceFactor(), 2, RoundingMode.HALF_UP);
  }

  private static Optional<Outcome> refusal(Gate gate, String detail) {
    return Optional.of(refuse(gate, detail));
  }

  private static Outcome refuse(Gate gate, String detail) {
    return new Outcome(gate, detail, null, null);
  }
}
