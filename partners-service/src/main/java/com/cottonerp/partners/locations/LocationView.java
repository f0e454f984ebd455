package com.cottonerp.partners.locations;

import com.cottonerp.partners.applicant.Address;
import com.cottonerp.partners.identity.Identifier;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * A place as the API shows it.
 *
 * @param gstinVerified whether a registry said that the GSTIN is the partner's
 * @param capacity in quintals, as stock and freeCapacity
 * @param geocodeConfidence 0 to 1; above 0.90 the coordinates count as verified
 */
public record LocationView(
    UUID id,
    LocationType type,
    String name,
    Identifier gstin,
    Address address,
    BigDecimal geocodeConfidence,
    boolean canShip,
    boolean canReceive,
    boolean defaultShipTo,
    boolean defaultShipFrom,
    String code,
    boolean headOffice,
    boolean gstinVerified,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal capacity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal stock,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal freeCapacity,
    List<String> commodityCodes) {}
