package com.cottonerp.partners.partner;

import java.util.UUID;

/** To whom a partner belongs; null = to nobody. */
public record RelationshipsBody(UUID masterPartnerId, UUID corporateGroupId) {}
