package com.cottonerp.partners.onboarding;

import com.cottonerp.partners.identity.Masked;
import java.time.LocalDate;

/** An applicant's or partner's facts as the API shows them: identifiers masked unless allowed. */
public record ApplicantView(
    EntityClass entityClass,
    ServiceProviderType serviceProviderType,
    BusinessEntityType businessEntityType,
    String legalName,
    String tradeName,
    String country,
    LocalDate registrationDate,
    TaxIdType taxIdType,
    String taxIdNumber,
    String panNumber,
    NoGstReason noGstReason,
    String currency,
    boolean hasQualityLab,
    boolean canArrangeTransport,
    BankAccount bank,
    Address address,
    Contact contact) {

  public static ApplicantView of(Applicant applicant, boolean sensitive) {
    BankAccount bank = applicant.bank();
    return new ApplicantView(
        applicant.entityClass(),
        applicant.serviceProviderType(),
        applicant.businessEntityType(),
        applicant.legalName(),
        applicant.tradeName(),
        applicant.country(),
        applicant.registrationDate(),
        applicant.taxIdType(),
        Masked.identifier(applicant.taxIdNumber(), sensitive),
        Masked.identifier(applicant.panNumber(), sensitive),
        applicant.noGstReason(),
        applicant.currency(),
        applicant.hasQualityLab(),
        applicant.canArrangeTransport(),
        sensitive ? bank : bank.masked(),
        applicant.address(),
        applicant.contact());
  }
}
