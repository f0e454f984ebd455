package com.cottonerp.settings.locations;

import com.cottonerp.defaults.validation.CountryCode;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a new or changed location. Not verified: the facts come from the user or a map.
 *
 * @param placeId the place's id in the map that the place comes from
 * @param stateCode in India any code or name of the state; kept as its ISO code of two letters
 * @param timezone an IANA name; required outside India
 */
public record LocationBody(
    @NotBlank @Size(max = 255) String name,
    @NotBlank @Size(max = 255) String placeId,
    @Size(max = 500) String address,
    @Size(max = 12) String postalCode,
    @Size(max = 100) String city,
    @Size(max = 100) String district,
    @Size(max = 100) String state,
    @Size(max = 100)
        @Schema(
            description =
                "In India the state by ISO code, GST code or name, kept as its ISO code of two"
                    + " letters; this or state is needed there")
        String stateCode,
    @NotNull @CountryCode @Pattern(regexp = "[A-Z]{2}", message = "is an ISO-2 country code")
        String country,
    @NotNull
        @DecimalMin("-90")
        @DecimalMax("90")
        @Digits(integer = 2, fraction = 7)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal latitude,
    @NotNull
        @DecimalMin("-180")
        @DecimalMax("180")
        @Digits(integer = 3, fraction = 7)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal longitude,
    @Size(max = 64) String timezone) {
  boolean isInIndia() {
    return "IN".equals(country);
  }
}
