package com.cottonerp.contracts.trade.v1;

/** A fact of a post that changed; both values as text, null for none. */
public record PostChange(String field, String oldValue, String newValue) {}
