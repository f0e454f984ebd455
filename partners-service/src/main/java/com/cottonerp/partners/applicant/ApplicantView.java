package com.cottonerp.partners.applicant;

import com.cottonerp.partners.identity.Identifier;
import jakarta.annotation.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An applicant's or partner's facts as the API shows them.
 *
 * @param serviceProviderType null of a business entity
 * @param taxIdType null, as taxIdNumber, without a registration
 * @param panNumber null of an applicant abroad that gave none
 * @param noGstReason null unless given; required in India without a registration
 * @param currency of all amounts of the applicant, ISO 4217
 */
public record ApplicantView(
    EntityClass entityClass,
    @Nullable @Schema(description = "Null of a business entity")
        ServiceProviderType serviceProviderType,
    @Nullable BusinessEntityType businessEntityType,
    String legalName,
    @Nullable String tradeName,
    String country,
    @Nullable LocalDate registrationDate,
    @Nullable TaxIdType taxIdType,
    @Nullable Identifier taxIdNumber,
    @Nullable Identifier panNumber,
    @Nullable NoGstReason noGstReason,
    @Schema(description = "Of all amounts of the applicant, ISO 4217") String currency,
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
