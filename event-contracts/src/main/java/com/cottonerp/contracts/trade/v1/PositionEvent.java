package com.cottonerp.contracts.trade.v1;

/** What a partner has open: the one feed for circular, wash and exposure checks. */
public sealed interface PositionEvent extends TradeEvent
    permits PositionOpened, PositionChanged, PositionClosed {}
