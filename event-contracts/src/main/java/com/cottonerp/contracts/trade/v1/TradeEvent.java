package com.cottonerp.contracts.trade.v1;

import com.cottonerp.contracts.PublishedEvent;

/** Everything on the topic {@code trade-events}, version 1. */
public sealed interface TradeEvent extends PublishedEvent
    permits AvailabilityPosted,
        AvailabilityCancelled,
        RequirementCreated,
        TradeStatusChanged,
        PositionOpened,
        PositionChanged,
        PositionClosed {
  String TOPIC = "trade-events";
}
