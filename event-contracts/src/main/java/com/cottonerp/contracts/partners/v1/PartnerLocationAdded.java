package com.cottonerp.contracts.partners.v1;

import java.util.UUID;

/** A place of the partner was added. */
public record PartnerLocationAdded(UUID partnerId, PartnerLocation location)
    implements PartnerLocationEvent {}
