package com.cottonerp.contracts.partners.v1;

import java.util.List;
import java.util.UUID;

/** The detected or overridden set of trading capabilities changed. */
public record PartnerCapabilitiesChanged(
    UUID partnerId,
    boolean domesticBuyIndia,
    boolean domesticSellIndia,
    boolean domesticBuyHomeCountry,
    boolean domesticSellHomeCountry,
    boolean importAllowed,
    boolean exportAllowed,
    List<String> detectedFrom,
    boolean overridden,
    String reason)
    implements PartnerEntitlementEvent {}
