package com.cottonerp.contracts.risk.v1;

/**
 * Something that counted.
 *
 * @param code stable, such as OVER_LIMIT
 * @param deduction how many points of 100 it cost; 0 when it only says something
 * @param text for a person, with the values that mattered
 */
public record RiskFactor(String code, Integer deduction, String text) {}
