package com.cottonerp.tradedesk.matching;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.MatchScore;
import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.tradedesk.availabilities.AvailabilityFacts;
import com.cottonerp.tradedesk.posting.Measure;
import com.cottonerp.tradedesk.requirements.RequirementFacts;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What a match proposes: how well the posts fit, how much would change hands, and at which price.
 * Units are those of the availability. Replaced as a whole. Immutable.
 *
 * @param highestValue the most that the parties may agree on; null in old matches, where risk
 *     judged the value
 * @param asked whether the seller asks for this price; else it is what the buyer would like to pay
 * @param landedPrice the price with the freight of the buyer, who alone may know it; null when it
 *     is not known
 */
@Embeddable
public record MatchTerms(
    @JdbcTypeCode(SqlTypes.JSON) @Column(name = "score") MatchScore score,
    @Column(name = "total_score") BigDecimal totalScore,
    @Column(name = "quantity") BigDecimal quantity,
    @Column(name = "quantity_unit") String quantityUnit,
    @Column(name = "base_quantity") BigDecimal baseQuantity,
    @Column(name = "base_unit") String baseUnit,
    @Column(name = "price") BigDecimal price,
    @Column(name = "price_unit") String priceUnit,
    @Column(name = "value") BigDecimal value,
    @Column(name = "highest_value") BigDecimal highestValue,
    @Column(name = "currency") String currency,
    @Column(name = "asked") boolean asked,
    @Column(name = "buyer_branch_id") UUID buyerBranchId,
    @Column(name = "seller_branch_id") UUID sellerBranchId,
    @Column(name = "internal_trade_blocked") boolean internalTradeBlocked,
    @JdbcTypeCode(SqlTypes.JSON) @Column(name = "buyer_place") PostPlace buyerPlace,
    @JdbcTypeCode(SqlTypes.JSON) @Column(name = "seller_place") PostPlace sellerPlace,
    @Column(name = "landed_price") BigDecimal landedPrice) {
  private static final BigDecimal SIMILAR = new BigDecimal("0.95");

  static MatchTerms of(RatedPair rated) {
    Pair pair = rated.pair();
    AvailabilityFacts availability = pair.availability();
    RequirementFacts requirement = pair.requirement();
    Measure measure = availability.measure();
    MatchScore score = rated.outcome().score();
    return new MatchTerms(
        score,
        score.total(),
        pair.values().quantity(),
        measure.quantityUnit(),
        measure.base(pair.values().quantity()),
        measure.baseUnit(),
        pair.values().price(),
        measure.priceUnit(),
        measure.value(pair.values().quantity(), pair.values().price()),
        pair.values().highestValue(),
        measure.currency(),
        availability.terms().price() != null,
        requirement.terms().branchId(),
        availability.terms().branchId(),
        requirement.terms().blockedInternalTrades() || availability.terms().blockedForBranches(),
        rated.outcome().place().wanted(),
        availability.terms().place(),
        LandedPrice.of(pair, rated.outcome().place()).amount());
  }

  Money money() {
    return new Money(price, currency);
  }

  /** Null when it is not known. */
  Money landedMoney() {
    return landedPrice == null ? null : new Money(landedPrice, currency);
  }

  /** The value on which risk decided: the parties may not agree on more. */
  BigDecimal judgedValue() {
    return highestValue == null ? value : highestValue;
  }

  /** Whether quality, price and quantity are within five percent of those of a pair. */
  boolean isLike(RatedPair rated) {
    return alike(score.quality(), rated.outcome().score().quality())
        && alike(price, rated.pair().values().price())
        && landsLike(LandedPrice.of(rated.pair(), rated.outcome().place()).amount())
        && alike(quantity, rated.pair().values().quantity());
  }

  /** Whether a highest value is within five percent of the one that was judged. */
  boolean isWorthAlike(BigDecimal highest) {
    return alike(judgedValue(), highest);
  }

  private boolean landsLike(BigDecimal other) {
    return landedPrice == null || other == null
        ? landedPrice == null && other == null
        : alike(landedPrice, other);
  }

  private static boolean alike(BigDecimal one, BigDecimal other) {
    BigDecimal most = one.max(other);
    return most.signum() == 0
        || one.min(other).divide(most, MathContext.DECIMAL64).compareTo(SIMILAR) >= 0;
  }
}
