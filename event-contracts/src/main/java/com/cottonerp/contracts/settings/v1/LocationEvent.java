package com.cottonerp.contracts.settings.v1;

/** What happened to a place. */
public sealed interface LocationEvent extends SettingsEvent
    permits LocationCreated, LocationUpdated, LocationDeactivated {}
