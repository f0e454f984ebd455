package com.cottonerp.contracts.trade.v1;

import java.util.UUID;

/**
 * A trade moved on.
 *
 * @param changedBy the id of the user who did it, which tells no name; in events from before
 *     2026-12 the name
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
