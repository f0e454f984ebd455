package com.cottonerp.contracts.settings.v1;

import com.cottonerp.contracts.PublishedEvent;

/** Everything on the topic {@code settings-events}, version 1. */
public sealed interface SettingsEvent extends PublishedEvent
    permits CommodityDeactivated, LocationDeactivated {
  String TOPIC = "settings-events";
}
