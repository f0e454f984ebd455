package com.cottonerp.tradedesk.trades;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.ContractGoods;
import com.cottonerp.contracts.trade.v1.FrozenAddress;
import com.cottonerp.contracts.trade.v1.GstSplit;
import com.cottonerp.contracts.trade.v1.TradeTerm;
import com.cottonerp.defaults.security.SubjectIds;
import com.cottonerp.tradedesk.posting.Side;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A trade as its parties see it.
 *
 * @param value without tax
 * @param quantity in quantityUnit
 * @param price for one priceUnit
 * @param tradeDate in India
 * @param createdBy an opaque id; null of a trade from before ids were opaque
 * @param deliveredAt null until the buyer has the goods
 * @param reason of the last change of the status; null when none was given
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
    @Schema(description = "In quantityUnit") @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal quantity,
    String quantityUnit,
    @Schema(description = "In baseUnit") @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal baseQuantity,
    String baseUnit,
    @Schema(description = "For one priceUnit") Money price,
    String priceUnit,
    @Schema(description = "Without tax") Money value,
    @Schema(description = "Amounts in the currency of value") GstSplit gst,
    FrozenAddress shipTo,
    FrozenAddress billTo,
    FrozenAddress shipFrom,
    @Schema(description = "In India") LocalDate tradeDate,
    @Nullable @Schema(description = "An opaque id; null of a trade from before ids were opaque")
        String createdBy,
    @Schema(description = "Whether the brokerage agreed on behalf of the buyer")
        boolean buyerByBroker,
    @Schema(description = "Whether the brokerage agreed on behalf of the seller")
        boolean sellerByBroker,
    Instant createdAt,
    @Nullable @Schema(description = "Null in trades from before goods were frozen")
        ContractGoods goods,
    @Schema(description = "The terms of trade that were agreed") List<TradeTerm> tradeTerms,
    @Nullable @Schema(description = "Computed when the parties agreed; null when there is none")
        BrokerageView brokerage,
    @Schema(description = "What left the seller, in quantityUnit")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal dispatchedQuantity,
    @Schema(description = "What arrived at the buyer, in quantityUnit")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal deliveredQuantity,
    @Nullable @Schema(description = "Null until the buyer has the goods") Instant deliveredAt,
    @Nullable @Schema(description = "Null until the buyer says that all is well")
        Instant completedAt,
    @Nullable @Schema(description = "Of the last change of the status; null when none was given")
        String reason) {

  /**
   * @param viewer null for internal users
   */
  static TradeView of(Trade trade, Side viewer) {
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
        trade.brokers().actForBuyer(),
        trade.brokers().actForSeller(),
        trade.createdAt(),
        trade.goods(),
        trade.tradeTerms().all(),
        BrokerageView.of(trade.brokerage(), viewer),
        trade.fulfilment().dispatched(),
        trade.fulfilment().delivered(),
        trade.fulfilment().deliveredAt(),
        trade.fulfilment().completedAt(),
        trade.reason());
  }
}
