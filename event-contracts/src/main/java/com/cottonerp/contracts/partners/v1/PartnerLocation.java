package com.cottonerp.contracts.partners.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * A place where a partner works, ships or receives.
 *
 * @param code the partner's own name of the branch
 * @param freeCapacity in quintals; null when it is not known, which limits nothing
 * @param commodityCodes what it takes; null takes everything
 * @param hashKeyId under which secret taxIdKey was made, as in the partner's snapshot
 * @param sez whether it is a unit in a special economic zone; null in events from before 2026-12
 */
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
    boolean defaultShipFrom,
    String code,
    String postalCode,
    Boolean headOffice,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal freeCapacity,
    List<String> commodityCodes,
    String hashKeyId,
    Boolean sez) {}
