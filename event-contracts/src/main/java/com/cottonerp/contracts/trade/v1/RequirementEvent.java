package com.cottonerp.contracts.trade.v1;

/** What happened to a wish to buy. */
public sealed interface RequirementEvent extends TradeEvent
    permits RequirementCreated,
        RequirementPublished,
        RequirementBlocked,
        RequirementUpdated,
        RequirementPartiallyFulfilled,
        RequirementFulfilled,
        RequirementCancelled,
        RequirementExpired {}
