package com.cottonerp.settings.places;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * A place as a map knows it, ready to be posted to {@code /locations}.
 *
 * @param source who says so; {@code built-in} is a short list of towns that nobody has verified
 */
public record Place(
    String placeId,
    String name,
    String city,
    String district,
    String state,
    String stateCode,
    String country,
    String postalCode,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal latitude,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal longitude,
    String timezone,
    String source) {}
