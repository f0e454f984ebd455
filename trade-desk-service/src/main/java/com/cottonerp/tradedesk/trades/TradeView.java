package com.cottonerp.tradedesk.trades;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.FrozenAddress;
import com.cottonerp.contracts.trade.v1.GstSplit;
import com.cottonerp.defaults.security.SubjectIds;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A trade as its parties see it.
 *
 * @param value without tax
 * @param tradeDate in India
 */
public record TradeView(
    UUID id,
    String number,
    TradeStatus status,
    UUID negotiationId,
    UUID requirementId,
    UUID availabilityId,
    UUID buyerId,
    UUID sellerId,
    UUID commodityId,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal quantity,
    String quantityUnit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal baseQuantity,
    String baseUnit,
    Money price,
    String priceUnit,
    Money value,
    GstSplit gst,
    FrozenAddress shipTo,
    FrozenAddress billTo,
    FrozenAddress shipFrom,
    LocalDate tradeDate,
    String createdBy,
    Instant createdAt,
    Instant deliveredAt,
    String reason) {

  static TradeView of(Trade trade) {
    return new TradeView(
        trade.id(),
        trade.number(),
        trade.status(),
        trade.negotiationId(),
        trade.counterparts().requirementId(),
        trade.counterparts().availabilityId(),
        trade.counterparts().buyerId(),
        trade.counterparts().sellerId(),
        trade.counterparts().commodityId(),
        trade.quantity(),
        trade.quantityUnit(),
        trade.baseQuantity(),
        trade.baseUnit(),
        trade.price(),
        trade.priceUnit(),
        trade.value(),
        trade.gst(),
        trade.addresses().shipTo(),
        trade.addresses().billTo(),
        trade.addresses().shipFrom(),
        trade.tradeDate(),
        SubjectIds.shown(trade.createdBy()),
        trade.createdAt(),
        trade.deliveredAt(),
        trade.reason());
  }
}
