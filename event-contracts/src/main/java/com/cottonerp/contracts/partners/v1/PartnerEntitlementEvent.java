package com.cottonerp.contracts.partners.v1;

/** What a partner may do, and up to which limit. */
public sealed interface PartnerEntitlementEvent extends PartnerEvent
    permits PartnerCapabilitiesChanged, PartnerCreditLimitChanged {}
