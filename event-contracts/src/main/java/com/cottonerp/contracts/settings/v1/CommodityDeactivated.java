package com.cottonerp.contracts.settings.v1;

import java.util.UUID;

/** The commodity may not be used in new posts. */
public record CommodityDeactivated(UUID commodityId, String code) implements CommodityEvent {}
