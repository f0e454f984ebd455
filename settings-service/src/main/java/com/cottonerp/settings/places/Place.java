package com.cottonerp.settings.places;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;

/**
 * A place as a map knows it, ready to be posted to {@code /locations}.
 *
 * @param source who says so; {@code built-in} is a short list of towns that nobody has verified
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
