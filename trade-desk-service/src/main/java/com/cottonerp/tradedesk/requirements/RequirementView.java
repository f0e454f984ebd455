package com.cottonerp.tradedesk.requirements;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.contracts.trade.v1.QualityDemand;
import com.cottonerp.tradedesk.posting.Region;
import com.cottonerp.tradedesk.posting.Visibility;
import com.cottonerp.tradedesk.verdicts.RiskStatus;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A requirement as the API shows it. What only the buyer may know is null for others: the highest
 * price, who is invited, notes and risk.
 *
 * @param committedQuantity the quantity of agreements that are no trade yet
 * @param remainingQuantity what may still be bought
 */
public record RequirementView(
    UUID id,
    String number,
    UUID buyerId,
    UUID commodityId,
    RequirementStatus status,
    List<PostPlace> places,
    UUID branchId,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal minQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal preferredQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal maxQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal purchasedQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal committedQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal remainingQuantity,
    String quantityUnit,
    Money maxPrice,
    Money preferredPrice,
    String priceUnit,
    List<QualityDemand> quality,
    Visibility visibility,
    List<UUID> invitedSellers,
    boolean blockedInternalTrades,
    Urgency urgency,
    Intent intent,
    String notes,
    RiskStatus riskStatus,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal riskScore,
    String blockReasons,
    Instant createdAt,
    Instant expiresAt) {

  /**
   * @param owner whether the reader is the buyer, or sees everybody
   */
  static RequirementView of(Requirement requirement, boolean owner) {
    RequirementFacts facts = requirement.facts();
    RequirementTerms terms = facts.terms();
    return new RequirementView(
        facts.id(),
        facts.number(),
        owner ? facts.buyerId() : null,
        facts.commodityId(),
        facts.status(),
        owner ? terms.places() : terms.places().stream().map(Region::of).toList(),
        owner ? terms.branchId() : null,
        terms.quantities().min(),
        terms.quantities().preferred(),
        terms.quantities().max(),
        facts.purchases().purchased(),
        facts.purchases().committed(),
        facts.remaining(),
        terms.measure().quantityUnit(),
        owner ? terms.highestPrice() : null,
        owner ? terms.likedPrice() : null,
        terms.measure().priceUnit(),
        terms.quality(),
        terms.visibility(),
        owner ? terms.invitedSellers() : null,
        terms.blockedInternalTrades(),
        terms.urgency(),
        terms.intent(),
        owner ? terms.notes() : null,
        owner ? facts.risk().status() : null,
        owner ? facts.risk().score() : null,
        owner ? requirement.blockReasons() : null,
        requirement.createdAt(),
        terms.expiresAt());
  }
}
