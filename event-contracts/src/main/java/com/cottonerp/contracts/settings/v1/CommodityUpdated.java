package com.cottonerp.contracts.settings.v1;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Facts of a commodity changed; the full published state. */
public record CommodityUpdated(@JsonUnwrapped CommoditySnapshot commodity)
    implements CommodityEvent {}
