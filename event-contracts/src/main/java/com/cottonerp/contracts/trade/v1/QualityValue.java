package com.cottonerp.contracts.trade.v1;

/** What a parameter of the goods is, as text: a number, or a word. */
public record QualityValue(String name, String value) {}
