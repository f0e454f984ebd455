package com.cottonerp.contracts.trade.v1;

import com.cottonerp.contracts.PublishedEvent;

/** Everything on the topic {@code trade-events}, version 1, by what it is about. */
public sealed interface TradeEvent extends PublishedEvent
    permits AvailabilityEvent,
        RequirementEvent,
        MatchEvent,
        NegotiationEvent,
        SaleEvent,
        PositionEvent {
  String TOPIC = "trade-events";
}
