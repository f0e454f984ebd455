package com.cottonerp.contracts.trade.v1;

import java.util.UUID;

/**
 * A trade moved on.
 *
 * @param changedBy the user who did it
 */
public record TradeStatusChanged(
    UUID tradeId,
    String number,
    UUID buyerId,
    UUID sellerId,
    String oldStatus,
    String newStatus,
    String changedBy)
    implements SaleEvent {}
