package com.cottonerp.contracts.settings.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * The full published state of a place.
 *
 * @param timezone an IANA name, such as {@code Asia/Kolkata}
 */
public record LocationSnapshot(
    UUID locationId,
    String name,
    String placeId,
    @Nullable String address,
    @Nullable String postalCode,
    @Nullable String city,
    @Nullable String district,
    @Nullable String state,
    @Nullable String stateCode,
    String region,
    String country,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal latitude,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal longitude,
    String timezone,
    boolean active) {}
