package com.cottonerp.contracts.trade.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a buyer wants a parameter to be.
 *
 * @param min null = open; so is max
 * @param preferred null when the buyer does not say
 * @param accepted the words that are taken; null when a number is wanted
 * @param required false: it counts for the score only
 */
public record QualityDemand(
    String name,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal min,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal max,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal preferred,
    @Nullable List<String> accepted,
    Boolean required) {}
