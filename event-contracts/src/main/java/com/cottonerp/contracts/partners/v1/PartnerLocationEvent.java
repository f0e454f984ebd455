package com.cottonerp.contracts.partners.v1;

/** The places of a partner. */
public sealed interface PartnerLocationEvent extends PartnerEvent
    permits PartnerLocationAdded, PartnerLocationUpdated, PartnerLocationRemoved {}
