package com.cottonerp.contracts.trade.v1;

import com.cottonerp.contracts.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An accepted negotiation became a binding trade.
 *
 * @param tradeDate in India
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
    LocalDate tradeDate)
    implements SaleEvent {}
