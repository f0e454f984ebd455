package com.cottonerp.contracts.settings.v1;

/** What happened to an organization. */
public sealed interface OrganizationEvent extends SettingsEvent
    permits OrganizationCreated, OrganizationUpdated, OrganizationDeactivated {}
