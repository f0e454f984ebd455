package com.cottonerp.contracts.trade.v1;

import java.util.UUID;

/** The parties of a trade may see each other's contact, which partners-service keeps. */
public record PartnerContactShared(UUID tradeId, String number, UUID buyerId, UUID sellerId)
    implements SaleEvent {}
