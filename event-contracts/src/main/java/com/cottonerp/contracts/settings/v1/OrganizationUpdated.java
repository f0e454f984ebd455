package com.cottonerp.contracts.settings.v1;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Facts of a legal entity of ours changed; the full published state. */
public record OrganizationUpdated(@JsonUnwrapped OrganizationSnapshot organization)
    implements OrganizationEvent {}
