package com.cottonerp.tradedesk.requirements;

import com.cottonerp.contracts.Money;
import com.cottonerp.tradedesk.posting.Measure;
import com.cottonerp.tradedesk.verdicts.RiskJudgement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;

/** A requirement as it is now: what matching, negotiations and trades ask of it. Immutable. */
public record RequirementFacts(
    UUID id,
    String number,
    UUID buyerId,
    UUID commodityId,
    RequirementStatus status,
    RequirementTerms terms,
    Purchases purchases,
    RiskJudgement risk) {

  public Measure measure() {
    return terms.measure();
  }

  /** What may still be bought. */
  public BigDecimal remaining() {
    return purchases.remainingOf(terms.quantities().max());
  }

  /**
   * What one more agreement may be about at most: with the tolerance of delivery, as long as
   * anything is wanted at all.
   */
  public BigDecimal mostOfNext() {
    Quantities quantities = terms.quantities();
    return remaining().signum() == 0
        ? BigDecimal.ZERO
        : quantities
            .max()
            .add(quantities.tolerance())
            .subtract(purchases.purchased())
            .subtract(purchases.committed());
  }

  /** What its position is: what is still wanted, or else what may still be bought. */
  private BigDecimal open() {
    Quantities quantities = terms.quantities();
    BigDecimal bought = purchases.purchased();
    return quantities.wanted().compareTo(bought) > 0
        ? quantities.wanted().subtract(bought)
        : quantities.max().subtract(bought).max(BigDecimal.ZERO);
  }

  BigDecimal openBaseQuantity() {
    return measure().base(open());
  }

  Money openValue() {
    return terms.value(open());
  }

  /** Refuses more than is still wanted, tolerance included, or anything once its time is over. */
  public void mustAllow(BigDecimal baseQuantity, Instant now) {
    if (!now.isBefore(terms.expiresAt())) {
      throw new RequirementRefusal.RequirementNotOpen(id, RequirementStatus.EXPIRED).refused();
    }
    BigDecimal most = measure().base(mostOfNext());
    if (baseQuantity.compareTo(most) > 0) {
      throw new RequirementRefusal.MoreThanRequired(baseQuantity, most).refused();
    }
  }

  /** A quantity in the unit of an availability, in the unit of the requirement. */
  public BigDecimal inItsUnit(BigDecimal quantity, Measure ofAvailability) {
    return measure().countsLike(ofAvailability)
        ? quantity
        : ofAvailability
            .base(quantity)
            .divide(measure().quantityFactor(), Quantities.SCALE, RoundingMode.HALF_UP);
  }
}
