package com.cottonerp.contracts.trade.v1;

/** What happened to a trade. */
public sealed interface SaleEvent extends TradeEvent
    permits TradeCreated, TradeStatusChanged, PartnerContactShared {}
