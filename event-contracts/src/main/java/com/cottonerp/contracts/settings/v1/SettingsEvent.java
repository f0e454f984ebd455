package com.cottonerp.contracts.settings.v1;

import com.cottonerp.contracts.PublishedEvent;

/** Everything on the topic {@code settings-events}, version 1, by what it is about. */
public sealed interface SettingsEvent extends PublishedEvent
    permits CommodityEvent,
        LocationEvent,
        OrganizationEvent,
        TradeTermEvent,
        CommissionStructureSet,
        ExchangeRateSet {
  String TOPIC = "settings-events";
}
