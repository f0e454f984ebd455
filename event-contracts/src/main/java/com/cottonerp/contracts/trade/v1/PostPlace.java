package com.cottonerp.contracts.trade.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * Where goods lie or are wanted.
 *
 * @param locationId null for a place that is not registered
 * @param maxDistanceKm how far from here goods may lie; of a delivery place only
 */
public record PostPlace(
    UUID locationId,
    String city,
    String state,
    String stateCode,
    String region,
    String country,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal latitude,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal longitude,
    Integer maxDistanceKm) {}
