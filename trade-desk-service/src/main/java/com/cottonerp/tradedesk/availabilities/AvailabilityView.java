package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.contracts.trade.v1.QualityValue;
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
 * An availability as the API shows it. Others than the owner learn neither who sells nor where
 * exactly, and nothing of notes and risk.
 *
 * @param sellerId null for others than the owner
 * @param branchId null for others than the owner, and when the owner names none
 * @param availableQuantity the quantities are in quantityUnit
 * @param availableBaseQuantity what is available, in base units
 * @param minOrderQuantity null when any quantity may be ordered
 * @param price for one priceUnit; null = to be negotiated
 * @param pricePerBaseUnit in the currency of value; null = to be negotiated
 * @param value of what is not sold yet; 0 when the price is to be negotiated
 * @param restrictedBuyers null for others than the owner
 * @param notes null for others than the owner, and without notes
 * @param riskStatus null for others than the owner, and until risk has judged
 * @param riskScore 0 to 100, higher is safer; null like riskStatus
 * @param blockReasons null for others than the owner, and unless it is blocked
 */
public record AvailabilityView(
    UUID id,
    @Nullable @Schema(description = "Null for others than the owner") UUID sellerId,
    UUID commodityId,
    AvailabilityStatus status,
    PostPlace place,
    @Nullable @Schema(description = "Null for others than the owner, and when the owner names none")
        UUID branchId,
    @Schema(description = "In quantityUnit, like all quantities but the base quantity")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal totalQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal availableQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal reservedQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal soldQuantity,
    String quantityUnit,
    @Schema(description = "In baseUnit") @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal availableBaseQuantity,
    String baseUnit,
    @Nullable
        @Schema(description = "Null: any quantity may be ordered")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal minOrderQuantity,
    boolean partialOrders,
    @Nullable @Schema(description = "For one priceUnit; null: to be negotiated") Money price,
    String priceUnit,
    @Nullable
        @Schema(description = "In the currency of value; null: to be negotiated")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal pricePerBaseUnit,
    @Schema(description = "Of what is not sold yet; 0 when the price is to be negotiated")
        Money value,
    List<QualityValue> quality,
    Visibility visibility,
    @Nullable @Schema(description = "Null for others than the owner") List<UUID> restrictedBuyers,
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
                "Whether the brokerage posted it, or changed it last, on behalf of the seller")
        boolean byBroker,
    @Nullable @Schema(description = "Null when the seller names none") String variety,
    @Nullable @Schema(description = "The season, such as 2026-27; null when the seller names none")
        String cropYear,
    @Schema(description = "The terms of trade on which the seller wants to sell")
        List<TradeTerm> tradeTerms,
    Instant createdAt,
    Instant expiresAt,
    @Schema(description = "Whether the price is for goods where they lie, or where they are wanted")
        DeliveryBasis deliveryBasis) {

  /**
   * @param owner whether the reader is the seller, or sees everybody
   */
  static AvailabilityView of(Availability availability, boolean owner) {
    AvailabilityFacts facts = availability.facts();
    AvailabilityTerms terms = facts.terms();
    Stock stock = facts.stock();
    return new AvailabilityView(
        facts.id(),
        owner ? facts.sellerId() : null,
        facts.commodityId(),
        facts.status(),
        owner ? terms.place() : Region.of(terms.place()),
        owner ? terms.branchId() : null,
        stock.total(),
        stock.available(),
        stock.reserved(),
        stock.sold(),
        terms.measure().quantityUnit(),
        terms.measure().base(stock.available()),
        terms.measure().baseUnit(),
        terms.minOrder(),
        terms.partialOrders(),
        terms.money(),
        terms.measure().priceUnit(),
        terms.pricePerBaseUnit(),
        terms.value(stock.open()),
        terms.quality(),
        terms.visibility(),
        owner ? terms.restrictedBuyers() : null,
        owner ? terms.notes() : null,
        owner ? facts.risk().status() : null,
        owner ? facts.risk().score() : null,
        owner ? availability.blockReasons() : null,
        availability.isPostedByBroker(),
        terms.variety(),
        terms.cropYear(),
        terms.tradeTerms().all(),
        availability.createdAt(),
        terms.expiresAt(),
        terms.deliveryBasis());
  }
}
