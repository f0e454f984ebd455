package com.cottonerp.contracts.partners.v1;

import com.cottonerp.contracts.PublishedEvent;

/** Everything on the topic {@code partner-events}, version 1, by what it is about. */
public sealed interface PartnerEvent extends PublishedEvent
    permits PartnerApplicationEvent,
        PartnerIdentityEvent,
        PartnerLocationEvent,
        PartnerEntitlementEvent,
        PartnerStatusEvent,
        PartnerEmployeeAccessChanged,
        PartnerBrokerConsentChanged {
  String TOPIC = "partner-events";
}
