package com.cottonerp.contracts.partners.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.UUID;

/** A place where a partner works, ships or receives. */
public record PartnerLocation(
    UUID id,
    String type,
    String name,
    String address,
    String city,
    String state,
    String stateCode,
    String country,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal latitude,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal longitude,
    String taxIdKey,
    boolean canShip,
    boolean canReceive,
    boolean defaultShipTo,
    boolean defaultShipFrom) {}
