package com.cottonerp.partners.onboarding;

import com.cottonerp.defaults.validation.CountryCode;
import com.cottonerp.defaults.validation.CurrencyCode;
import com.cottonerp.defaults.validation.PanNumber;
import com.cottonerp.partners.applicant.Address;
import com.cottonerp.partners.applicant.Applicant;
import com.cottonerp.partners.applicant.ApplicantRules;
import com.cottonerp.partners.applicant.BankAccount;
import com.cottonerp.partners.applicant.BusinessEntityType;
import com.cottonerp.partners.applicant.Contact;
import com.cottonerp.partners.applicant.EntityClass;
import com.cottonerp.partners.applicant.NoGstReason;
import com.cottonerp.partners.applicant.ServiceProviderType;
import com.cottonerp.partners.applicant.TaxIdType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a new or changed application. */
public record ApplicationBody(
    @NotNull EntityClass entityClass,
    ServiceProviderType serviceProviderType,
    BusinessEntityType businessEntityType,
    @NotBlank @Size(max = 500) String legalName,
    @Size(max = 500) String tradeName,
    @NotNull
        @CountryCode
        @Pattern(regexp = "[A-Z]{2}", message = "is an ISO 3166 code of two letters")
        String country,
    @PastOrPresent LocalDate registrationDate,
    TaxIdType taxIdType,
    @Size(min = 3, max = 50) String taxIdNumber,
    @PanNumber @Schema(pattern = "[A-Z]{5}[0-9]{4}[A-Z]") String panNumber,
    NoGstReason noGstReason,
    @CurrencyCode @Pattern(regexp = "[A-Z]{3}", message = "is an ISO 4217 code of three letters")
        String currency,
    boolean hasQualityLab,
    boolean canArrangeTransport,
    @NotNull @Valid BankAccount bank,
    @NotNull @Valid Address address,
    @NotNull @Valid Contact contact) {

  /** The facts, once the fields agree with each other. */
  Applicant toApplicant() {
    Applicant applicant =
        new Applicant(
            entityClass,
            serviceProviderType,
            businessEntityType,
            legalName,
            tradeName,
            country,
            registrationDate,
            taxIdType,
            taxIdNumber,
            panNumber,
            noGstReason,
            currency == null ? "INR" : currency,
            hasQualityLab,
            canArrangeTransport,
            bank,
            address,
            contact);
    return ApplicantRules.checked(applicant);
  }
}
