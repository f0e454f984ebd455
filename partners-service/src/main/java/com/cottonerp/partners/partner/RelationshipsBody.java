package com.cottonerp.partners.partner;

import java.util.UUID;

/** The master partner and the corporate group of a partner; null for none. */
public record RelationshipsBody(UUID masterPartnerId, UUID corporateGroupId) {}
