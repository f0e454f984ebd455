package com.cottonerp.contracts.partners.v1;

import java.util.UUID;

/** The link to a master partner or a corporate group changed. */
public record PartnerRelationshipsChanged(
    UUID partnerId, UUID masterPartnerId, UUID corporateGroupId) implements PartnerIdentityEvent {}
