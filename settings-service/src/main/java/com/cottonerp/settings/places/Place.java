package com.cottonerp.settings.places;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;

/**
 * A place as a map describes the place, in the form of a body for {@code /locations}.
 *
 * @param source the origin of the data; {@code built-in} is a short, unverified list of towns
 */
public record Place(
    String placeId,
    String name,
    @Nullable String city,
    @Nullable String district,
    @Nullable String state,
    @Nullable String stateCode,
    String country,
    @Nullable String postalCode,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal latitude,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal longitude,
    String timezone,
    String source) {}
