package com.cottonerp.contracts.trade.v1;

import com.cottonerp.contracts.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An accepted negotiation became a binding trade.
 *
 * @param tradeDate in India
 * @param buyerBrokerUser the id of the user of the brokerage who agreed on behalf of the buyer;
 *     null when the buyer did, and in events from before 2026-12
 * @param sellerBrokerUser likewise, of the seller
 * @param goods null in events from before 2026-12, like tradeTerms
 * @param brokerage null when no commission structure fits, and in events from before 2026-12
 */
public record TradeCreated(
    UUID tradeId,
    String number,
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
    @Nullable String buyerBrokerUser,
    @Nullable String sellerBrokerUser,
    @Nullable ContractGoods goods,
    @Nullable List<TradeTerm> tradeTerms,
    @Nullable Brokerage brokerage)
    implements SaleEvent {}
