package com.cottonerp.settings.organizations;

import com.cottonerp.defaults.india.IndianAddress;
import com.cottonerp.defaults.validation.CountryCode;
import com.cottonerp.defaults.validation.CurrencyCode;
import com.cottonerp.defaults.validation.PanNumber;
import com.cottonerp.defaults.validation.PhoneNumbers;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a new or changed organization.
 *
 * @param cin the company register's number
 * @param tdsRatePercent tax deducted at source; null when no such tax applies
 * @param tcsRatePercent tax collected at source; null when no such tax applies
 */
public record OrganizationBody(
    @NotBlank @Size(max = 255) String name,
    @Size(max = 255) String legalName,
    @Size(max = 50) String type,
    @Pattern(regexp = "[A-Z0-9]{21}", message = "has 21 capitals and digits") String cin,
    @PanNumber @Schema(pattern = "[A-Z]{5}[0-9]{4}[A-Z]") String panNumber,
    @CurrencyCode @Pattern(regexp = "[A-Z]{3}", message = "is an ISO 4217 code of three letters")
        String currency,
    @NotNull @Valid PostalAddress address,
    @Email @Size(max = 254) String email,
    @Pattern(regexp = PhoneNumbers.PATTERN, message = PhoneNumbers.MESSAGE) String phone,
    @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal tdsRatePercent,
    @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal tcsRatePercent,
    boolean eInvoicing) {

  /** The organization's address; the country is ISO 3166 alpha-2. */
  public record PostalAddress(
      @Size(max = 500) String line,
      @NotBlank @Size(max = 100) String city,
      @Size(max = 100) String state,
      @NotBlank @Size(max = 20) String postalCode,
      @NotNull
          @CountryCode
          @Pattern(regexp = "[A-Z]{2}", message = "is an ISO 3166 code of two letters")
          String country) {

    /** In India the state by the one name of the list, and a PIN that is of that state. */
    PostalAddress normalised() {
      if (!"IN".equals(country)) {
        return this;
      }
      IndianAddress inIndia = IndianAddress.of(state, postalCode, "/address");
      return new PostalAddress(line, city, inIndia.state().name(), inIndia.pin(), country);
    }
  }

  /** As it is kept. */
  OrganizationBody withDefaults() {
    return new OrganizationBody(
        name,
        legalName == null ? name : legalName,
        type,
        cin,
        panNumber,
        currency == null ? "INR" : currency,
        address.normalised(),
        email,
        phone,
        tdsRatePercent,
        tcsRatePercent,
        eInvoicing);
  }
}
