package com.cottonerp.partners.applicant;

import com.cottonerp.defaults.validation.CountryCode;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** A postal address; the country is ISO 3166 alpha-2, coordinates are WGS 84 degrees. */
@Embeddable
public record Address(
    @Size(max = 500) @Column(name = "address_line") String line,
    @NotBlank @Size(max = 100) String city,
    @Size(max = 100) String state,
    @NotBlank @Size(max = 20) @Column(name = "postal_code") String postalCode,
    @NotNull
        @CountryCode
        @Pattern(regexp = "[A-Z]{2}", message = "is an ISO 3166 code of two letters")
        @Column(name = "address_country", columnDefinition = "char(2)")
        String country,
    @DecimalMin("-90") @DecimalMax("90") @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal latitude,
    @DecimalMin("-180") @DecimalMax("180") @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal longitude) {}
