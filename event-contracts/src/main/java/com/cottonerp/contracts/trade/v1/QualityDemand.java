package com.cottonerp.contracts.trade.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a buyer wants a parameter to be.
 *
 * @param min null = open; so is max
 * @param accepted the words that are taken, of a text parameter
 * @param required false: it counts for the score only
 */
public record QualityDemand(
    String name,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal min,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal max,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal preferred,
    List<String> accepted,
    Boolean required) {}
