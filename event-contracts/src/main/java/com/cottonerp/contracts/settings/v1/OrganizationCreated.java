package com.cottonerp.contracts.settings.v1;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A legal entity of ours; the full published state. */
public record OrganizationCreated(@JsonUnwrapped OrganizationSnapshot organization)
    implements OrganizationEvent {}
