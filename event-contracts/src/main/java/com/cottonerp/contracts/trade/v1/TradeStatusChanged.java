package com.cottonerp.contracts.trade.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A trade moved on.
 *
 * @param changedBy the id of the user who did it, which tells no name; in events from before
 *     2026-12 the name
 * @param dispatchedQuantity what left the seller until now, in quantityUnit; null in events from
 *     before 2026-12, like deliveredQuantity, which arrived at the buyer
 * @param brokerUser as changedBy, when a user of the brokerage did it on behalf of a side; else
 *     null
 */
public record TradeStatusChanged(
    UUID tradeId,
    String number,
    UUID buyerId,
    UUID sellerId,
    String oldStatus,
    String newStatus,
    String changedBy,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal dispatchedQuantity,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal deliveredQuantity,
    @Nullable String quantityUnit,
    @Nullable String brokerUser)
    implements SaleEvent {}
