package com.cottonerp.contracts.settings.v1;

import java.util.UUID;

/** The legal entity does no business any more. */
public record OrganizationDeactivated(UUID organizationId, String name)
    implements OrganizationEvent {}
