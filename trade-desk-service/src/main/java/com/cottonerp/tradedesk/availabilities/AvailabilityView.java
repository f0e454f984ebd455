package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.contracts.trade.v1.QualityValue;
import com.cottonerp.tradedesk.posting.Region;
import com.cottonerp.tradedesk.posting.Visibility;
import com.cottonerp.tradedesk.verdicts.RiskStatus;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An availability as the API shows it. Others than the owner learn neither who sells nor where
 * exactly, and nothing of notes and risk.
 *
 * @param availableBaseQuantity what is available, in base units
 * @param price for one priceUnit; null = to be negotiated
 * @param value of what is not sold yet
 */
public record AvailabilityView(
    UUID id,
    UUID sellerId,
    UUID commodityId,
    AvailabilityStatus status,
    PostPlace place,
    UUID branchId,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal totalQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal availableQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal reservedQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal soldQuantity,
    String quantityUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal availableBaseQuantity,
    String baseUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal minOrderQuantity,
    boolean partialOrders,
    Money price,
    String priceUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal pricePerBaseUnit,
    Money value,
    List<QualityValue> quality,
    Visibility visibility,
    List<UUID> restrictedBuyers,
    String notes,
    RiskStatus riskStatus,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal riskScore,
    String blockReasons,
    Instant createdAt,
    Instant expiresAt) {

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
        availability.createdAt(),
        terms.expiresAt());
  }
}
