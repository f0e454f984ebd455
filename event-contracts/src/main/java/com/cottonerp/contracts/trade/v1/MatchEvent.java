package com.cottonerp.contracts.trade.v1;

/** What happened to a pair of posts. */
public sealed interface MatchEvent extends TradeEvent
    permits MatchProposed, MatchCleared, MatchRejected, MatchExpired {}
