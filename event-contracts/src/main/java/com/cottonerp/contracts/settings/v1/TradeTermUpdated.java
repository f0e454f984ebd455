package com.cottonerp.contracts.settings.v1;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Facts of a trade term changed; the full published state. */
public record TradeTermUpdated(@JsonUnwrapped TradeTermSnapshot term) implements TradeTermEvent {}
