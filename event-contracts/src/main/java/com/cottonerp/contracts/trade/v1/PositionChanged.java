package com.cottonerp.contracts.trade.v1;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** What is open became more or less; the full state. */
public record PositionChanged(@JsonUnwrapped PositionSnapshot position) implements PositionEvent {}
