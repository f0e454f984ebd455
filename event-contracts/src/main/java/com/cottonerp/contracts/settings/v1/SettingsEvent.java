package com.cottonerp.contracts.settings.v1;

import com.cottonerp.contracts.PublishedEvent;

/** Everything on the topic {@code settings-events}, version 1. */
public sealed interface SettingsEvent extends PublishedEvent
    permits CommodityCreated,
        CommodityUpdated,
        CommodityDeactivated,
        LocationCreated,
        LocationUpdated,
        LocationDeactivated,
        OrganizationCreated,
        OrganizationUpdated,
        OrganizationDeactivated,
        TradeTermCreated,
        TradeTermUpdated,
        CommissionStructureSet {
  String TOPIC = "settings-events";
}
