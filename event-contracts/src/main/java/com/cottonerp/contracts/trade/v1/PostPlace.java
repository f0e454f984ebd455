package com.cottonerp.contracts.trade.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * Where goods lie or are wanted.
 *
 * @param locationId null for a place that is not registered
 * @param city null when it is not told, and so are state, stateCode and region
 * @param country ISO 3166, two letters
 * @param latitude in degrees; null, like longitude, where only the region is told
 * @param maxDistanceKm how far from here goods may lie; of a delivery place only
 */
public record PostPlace(
    @Nullable UUID locationId,
    @Nullable String city,
    @Nullable String state,
    @Nullable String stateCode,
    @Nullable String region,
    String country,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal latitude,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal longitude,
    @Nullable Integer maxDistanceKm) {}
