package com.cottonerp.contracts.partners.v1;

import java.util.UUID;

/** A place of the partner is no longer used. */
public record PartnerLocationRemoved(UUID partnerId, PartnerLocation location)
    implements PartnerLocationEvent {}
