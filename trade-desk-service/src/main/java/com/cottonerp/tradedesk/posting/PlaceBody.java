package com.cottonerp.tradedesk.posting;

import com.cottonerp.defaults.validation.CountryCode;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A place: a registered one by its id, or any other by its country and coordinates, never both.
 *
 * @param maxDistanceKm how far from here goods may lie; of a delivery place only, 50 by default
 */
public record PlaceBody(
    UUID locationId,
    @Size(max = 100) String city,
    @Size(max = 100) String state,
    @Size(max = 100)
        @Schema(
            description =
                "In India the state by GST code, ISO code or name; kept as its GST code. This or"
                    + " state is enough")
        String stateCode,
    @CountryCode @Pattern(regexp = "[A-Z]{2}", message = "is an ISO 3166 code of two letters")
        String country,
    @DecimalMin("-90") @DecimalMax("90") @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal latitude,
    @DecimalMin("-180") @DecimalMax("180") @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal longitude,
    @Min(1)
        @Max(5000)
        @Schema(
            description =
                "How far from here goods may lie, in whatever state; left out, 50 in the same state."
                    + " Of a delivery place only")
        Integer maxDistanceKm) {}
