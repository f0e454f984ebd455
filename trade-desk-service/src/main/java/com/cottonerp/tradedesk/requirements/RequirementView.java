package com.cottonerp.tradedesk.requirements;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.contracts.trade.v1.QualityDemand;
import com.cottonerp.contracts.trade.v1.TradeTerm;
import com.cottonerp.tradedesk.posting.Region;
import com.cottonerp.tradedesk.posting.Visibility;
import com.cottonerp.tradedesk.verdicts.RiskStatus;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A requirement as the API shows it. What only the buyer may know is null for others: the highest
 * price, who is invited, notes and risk.
 *
 * @param buyerId null for others than the owner
 * @param branchId null for others than the owner, and when the owner names none
 * @param minQuantity the quantities are in quantityUnit
 * @param preferredQuantity null when the buyer does not say
 * @param committedQuantity the quantity of agreements that are no trade yet
 * @param remainingQuantity what may still be bought
 * @param maxPrice for one priceUnit; null for others than the owner
 * @param preferredPrice as maxPrice; null also when the buyer does not say
 * @param invitedSellers null for others than the owner
 * @param freight null for others than the owner, and when the buyer does not say
 * @param notes null for others than the owner, and without notes
 * @param riskStatus null for others than the owner, and until risk has judged
 * @param riskScore 0 to 100, higher is safer; null like riskStatus
 * @param blockReasons null for others than the owner, and unless it is blocked
 */
public record RequirementView(
    UUID id,
    String number,
    @Nullable @Schema(description = "Null for others than the owner") UUID buyerId,
    UUID commodityId,
    RequirementStatus status,
    List<PostPlace> places,
    @Nullable @Schema(description = "Null for others than the owner, and when the owner names none")
        UUID branchId,
    @Schema(description = "In quantityUnit, like all quantities")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal minQuantity,
    @Nullable
        @Schema(description = "Null when the buyer does not say")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal preferredQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal maxQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal purchasedQuantity,
    @Schema(description = "Of agreements that are no trade yet")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal committedQuantity,
    @Schema(description = "What may still be bought") @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal remainingQuantity,
    String quantityUnit,
    @Nullable @Schema(description = "For one priceUnit; null for others than the owner")
        Money maxPrice,
    @Nullable
        @Schema(
            description = "For one priceUnit; null like maxPrice, and when the buyer does not say")
        Money preferredPrice,
    String priceUnit,
    List<QualityDemand> quality,
    Visibility visibility,
    @Nullable @Schema(description = "Null for others than the owner") List<UUID> invitedSellers,
    boolean blockedInternalTrades,
    Urgency urgency,
    Intent intent,
    @Nullable @Schema(description = "Null for others than the owner") String notes,
    @Nullable @Schema(description = "Null for others than the owner, and until risk has judged")
        RiskStatus riskStatus,
    @Nullable
        @Schema(description = "0 to 100, higher is safer; null like riskStatus")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal riskScore,
    @Nullable @Schema(description = "Null for others than the owner, and unless it is blocked")
        String blockReasons,
    @Schema(
            description =
                "Whether the brokerage posted it, or changed it last, on behalf of the buyer")
        boolean byBroker,
    @Schema(description = "The terms of trade on which the buyer wants to buy")
        List<TradeTerm> tradeTerms,
    Instant createdAt,
    Instant expiresAt,
    @Schema(description = "Whether goods may lie in other states than the places")
        boolean acceptsOtherStates,
    @Nullable
        @Schema(description = "Null for others than the owner, and when the buyer does not say")
        Freight freight,
    @Schema(description = "Of maxQuantity: how much more may be agreed on")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal tolerancePercent) {

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
        requirement.isPostedByBroker(),
        terms.tradeTerms().all(),
        requirement.createdAt(),
        terms.expiresAt(),
        terms.acceptsOtherStates(),
        owner ? terms.freight() : null,
        terms.quantities().tolerancePercent());
  }
}
