package com.cottonerp.contracts.partners.v1;

/** What a partner may do, detected from its verified documents. */
public record Capabilities(
    boolean domesticBuyIndia,
    boolean domesticSellIndia,
    boolean domesticBuyHomeCountry,
    boolean domesticSellHomeCountry,
    boolean importAllowed,
    boolean exportAllowed) {}
