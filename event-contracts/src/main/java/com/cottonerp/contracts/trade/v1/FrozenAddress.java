package com.cottonerp.contracts.trade.v1;

import java.util.UUID;

/** An address as it was when the trade was made. */
public record FrozenAddress(
    UUID locationId,
    String name,
    String line,
    String city,
    String state,
    String stateCode,
    String postalCode,
    String country) {}
