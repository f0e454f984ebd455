package com.cottonerp.partners.locations;

import com.cottonerp.partners.onboarding.Address;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A place as the API shows it.
 *
 * @param geocodeConfidence 0 to 1; above 0.90 the coordinates count as verified
 */
public record LocationView(
    UUID id,
    LocationType type,
    String name,
    String gstin,
    Address address,
    BigDecimal geocodeConfidence,
    boolean canShip,
    boolean canReceive,
    boolean defaultShipTo,
    boolean defaultShipFrom) {}
