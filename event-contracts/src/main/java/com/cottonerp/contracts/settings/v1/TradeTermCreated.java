package com.cottonerp.contracts.settings.v1;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A term that contracts may name; the full published state. */
public record TradeTermCreated(@JsonUnwrapped TradeTermSnapshot term) implements TradeTermEvent {}
