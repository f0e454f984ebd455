package com.cottonerp.contracts.settings.v1;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A commodity can be traded from now on; the full published state. */
public record CommodityCreated(@JsonUnwrapped CommoditySnapshot commodity)
    implements CommodityEvent {}
