package com.cottonerp.contracts.partners.v1;

import java.util.UUID;

/** A place of the partner changed; its state after the change. */
public record PartnerLocationUpdated(UUID partnerId, PartnerLocation location)
    implements PartnerLocationEvent {}
