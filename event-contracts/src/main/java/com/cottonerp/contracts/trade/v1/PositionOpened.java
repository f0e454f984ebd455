package com.cottonerp.contracts.trade.v1;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A partner has something open; the full state. */
public record PositionOpened(@JsonUnwrapped PositionSnapshot position) implements PositionEvent {}
