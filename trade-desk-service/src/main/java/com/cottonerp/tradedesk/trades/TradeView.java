package com.cottonerp.tradedesk.trades;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.FrozenAddress;
import com.cottonerp.contracts.trade.v1.GstSplit;
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
    String reason) {}
