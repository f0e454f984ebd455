package com.cottonerp.partners.applicant;

import com.cottonerp.partners.identity.Identifier;
import java.time.LocalDate;

/** An applicant's or partner's facts as the API shows them. */
public record ApplicantView(
    EntityClass entityClass,
    ServiceProviderType serviceProviderType,
    BusinessEntityType businessEntityType,
    String legalName,
    String tradeName,
    String country,
    LocalDate registrationDate,
    TaxIdType taxIdType,
    Identifier taxIdNumber,
    Identifier panNumber,
    NoGstReason noGstReason,
    String currency,
    boolean hasQualityLab,
    boolean canArrangeTransport,
    BankAccountView bank,
    Address address,
    Contact contact) {

  public static ApplicantView of(Applicant applicant) {
    return new ApplicantView(
        applicant.entityClass(),
        applicant.serviceProviderType(),
        applicant.businessEntityType(),
        applicant.legalName(),
        applicant.tradeName(),
        applicant.country(),
        applicant.registrationDate(),
        applicant.taxIdType(),
        Identifier.of(applicant.taxIdNumber()),
        Identifier.of(applicant.panNumber()),
        applicant.noGstReason(),
        applicant.currency(),
        applicant.hasQualityLab(),
        applicant.canArrangeTransport(),
        BankAccountView.of(applicant.bank()),
        applicant.address(),
        applicant.contact());
  }
}
