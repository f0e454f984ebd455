package com.cottonerp.contracts.trade.v1;

/** What happened to an offer to sell. */
public sealed interface AvailabilityEvent extends TradeEvent
    permits AvailabilityPosted,
        AvailabilityActivated,
        AvailabilityBlocked,
        AvailabilityUpdated,
        AvailabilityReserved,
        AvailabilityReleased,
        AvailabilitySold,
        AvailabilityCancelled,
        AvailabilityExpired {}
