package com.cottonerp.partners.onboarding;

import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.partners.identity.IndianIdentifiers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** The body of a new or changed application. */
public record ApplicationBody(
    @NotNull EntityClass entityClass,
    ServiceProviderType serviceProviderType,
    BusinessEntityType businessEntityType,
    @NotBlank @Size(max = 500) String legalName,
    @Size(max = 500) String tradeName,
    @NotNull @Pattern(regexp = "[A-Z]{2}", message = "is an ISO 3166 code of two letters")
        String country,
    @PastOrPresent LocalDate registrationDate,
    TaxIdType taxIdType,
    @Size(min = 3, max = 50) String taxIdNumber,
    @Pattern(regexp = "[A-Z]{5}[0-9]{4}[A-Z]", message = "has 5 letters, 4 digits and a letter")
        String panNumber,
    NoGstReason noGstReason,
    @Pattern(regexp = "[A-Z]{3}", message = "is an ISO 4217 code of three letters") String currency,
    boolean hasQualityLab,
    boolean canArrangeTransport,
    @NotNull @Valid BankAccount bank,
    @NotNull @Valid Address address,
    @NotNull @Valid Contact contact) {

  /** The facts, once the fields agree with each other. */
  Applicant toApplicant() {
    check();
    return new Applicant(
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
  }

  private void check() {
    boolean serviceProvider = entityClass == EntityClass.SERVICE_PROVIDER;
    expect(
        serviceProvider == (serviceProviderType != null),
        "/serviceProviderType",
        "is for service providers, who must name it");
    expect(
        (taxIdType == null) == (taxIdNumber == null),
        "/taxIdNumber",
        "comes together with taxIdType");
    if (country.equals("IN")) {
      checkIndian();
    } else {
      expect(taxIdType != TaxIdType.GST, "/taxIdType", "is GST in India only");
    }
  }

  private void checkIndian() {
    expect(panNumber != null, "/panNumber", "is required in India");
    expect(
        IndianIdentifiers.isIfsc(bank.routingCode()),
        "/bank/routingCode",
        "is an IFSC: 4 letters, 0, 6 letters or digits");
    expect(taxIdType == null || taxIdType == TaxIdType.GST, "/taxIdType", "is GST in India");
    expect(
        taxIdType != null || noGstReason != null,
        "/noGstReason",
        "is required without a GST registration");
    if (taxIdNumber != null) {
      expect(
          IndianIdentifiers.isGstin(taxIdNumber),
          "/taxIdNumber",
          "is not a GSTIN of 15 characters");
      expect(
          IndianIdentifiers.panOf(taxIdNumber).equals(panNumber),
          "/taxIdNumber",
          "carries another PAN than panNumber");
    }
  }

  private static void expect(boolean condition, String pointer, String otherwise) {
    if (!condition) {
      throw new InvalidField(pointer, otherwise).refused();
    }
  }
}
