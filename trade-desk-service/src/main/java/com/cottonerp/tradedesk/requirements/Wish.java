package com.cottonerp.tradedesk.requirements;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.contracts.trade.v1.QualityDemand;
import com.cottonerp.tradedesk.posting.Measure;
import com.cottonerp.tradedesk.posting.Visibility;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a buyer wants, as it is now: what matching, negotiations and trades ask of a requirement.
 * Quantities in the unit of its measure.
 *
 * @param wanted the preferred quantity, or else the least
 * @param remaining what may still be bought
 * @param maxPrice for one price unit of its measure
 */
public record Wish(
    UUID id,
    String number,
    UUID buyerId,
    UUID commodityId,
    RequirementStatus status,
    Measure measure,
    BigDecimal min,
    BigDecimal wanted,
    BigDecimal remaining,
    BigDecimal maxPrice,
    BigDecimal preferredPrice,
    BigDecimal maxPricePerBaseUnit,
    List<PostPlace> places,
    UUID branchId,
    boolean blockedInternalTrades,
    List<QualityDemand> quality,
    Visibility visibility,
    List<UUID> invitedSellers,
    String riskStatus,
    Instant expiresAt) {

  /** Refuses more than is still wanted, or anything once its time is over. */
  public void mustAllow(BigDecimal baseQuantity, Instant now) {
    if (!now.isBefore(expiresAt)) {
      throw new RequirementRefusal.RequirementNotOpen(id, RequirementStatus.EXPIRED).refused();
    }
    if (baseQuantity.compareTo(measure.base(remaining)) > 0) {
      throw new RequirementRefusal.MoreThanRequired(baseQuantity, measure.base(remaining))
          .refused();
    }
  }

  /** A quantity in the unit of an offer, in the unit in which it is wanted. */
  public BigDecimal inItsUnit(BigDecimal quantity, Measure ofOffer) {
    return measure.countsLike(ofOffer)
        ? quantity
        : ofOffer.base(quantity).divide(measure.quantityFactor(), 3, RoundingMode.HALF_UP);
  }
}
