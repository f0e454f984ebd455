package com.cottonerp.contracts.settings.v1;

/** What happened to a trade term. */
public sealed interface TradeTermEvent extends SettingsEvent
    permits TradeTermCreated, TradeTermUpdated {}
