package com.cottonerp.contracts.settings.v1;

/** What happened to a commodity. */
public sealed interface CommodityEvent extends SettingsEvent
    permits CommodityCreated, CommodityUpdated, CommodityDeactivated {}
