package com.cottonerp.contracts.settings.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;

/**
 * What is measured of a commodity, and within which bounds.
 *
 * @param type NUMERIC (bounds may be open), RANGE (both bounds) or TEXT (one of allowed)
 */
public record QualityParameter(
    String name,
    String type,
    String unit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal min,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal max,
    List<String> allowed,
    boolean mandatory) {}
