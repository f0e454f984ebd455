package com.cottonerp.contracts.partners.v1;

import com.cottonerp.contracts.Money;
import java.util.UUID;

/** The credit limit changed. */
public record PartnerCreditLimitChanged(
    UUID partnerId, Money oldLimit, Money newLimit, String reason)
    implements PartnerEntitlementEvent {}
