package com.cottonerp.partners.applicant;

import com.cottonerp.defaults.india.Gstin;
import com.cottonerp.defaults.india.Pan;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.text.Names;
import com.cottonerp.defaults.validation.PhoneNumbers;
import com.cottonerp.partners.identity.IndianIdentifiers;
import java.time.LocalDate;
import java.util.Map;

/** How the facts of an applicant or partner have to agree with each other. Pure. */
public final class ApplicantRules {
  /** Nobody trades who is older: the first joint-stock companies of India are of the year 1600. */
  private static final LocalDate OLDEST = LocalDate.of(1600, 1, 1);

  /**
   * Which letters of a PAN a legal form may have. Source: the holders that the letter stands for; a
   * proprietor is taxed as a person or as the family; a society as an association, a trust or a
   * juridical person; a limited liability partnership as a firm, and as E until 2010.
   */
  private static final Map<BusinessEntityType, String> HOLDERS =
      Map.of(
          BusinessEntityType.PROPRIETORSHIP, "PH",
          BusinessEntityType.PARTNERSHIP, "F",
          BusinessEntityType.LLP, "FE",
          BusinessEntityType.PRIVATE_LIMITED, "C",
          BusinessEntityType.PUBLIC_LIMITED, "C",
          BusinessEntityType.LLC, "CF",
          BusinessEntityType.CORPORATION, "CGJL",
          BusinessEntityType.TRUST, "TAJK",
          BusinessEntityType.SOCIETY, "ATJB",
          BusinessEntityType.FOREIGN_ENTITY, "CFAJ");

  private ApplicantRules() {}

  /**
   * The facts as they are kept: names, state and phone number in one spelling. Refuses facts that
   * do not agree; the pointer names the field.
   */
  public static Applicant checked(Applicant given) {
    Applicant applicant = normalised(given);
    expect(
        applicant.isServiceProvider() == (applicant.serviceProviderType() != null),
        "/serviceProviderType",
        "is for service providers, who must name it");
    expect(
        (applicant.taxIdType() == null) == (applicant.taxIdNumber() == null),
        "/taxIdNumber",
        "comes together with taxIdType");
    expect(
        applicant.registrationDate() == null || !applicant.registrationDate().isBefore(OLDEST),
        "/registrationDate",
        "is not before the year " + OLDEST.getYear());
    if (applicant.isIndian()) {
      checkIndian(applicant);
    } else {
      expect(applicant.taxIdType() != TaxIdType.GST, "/taxIdType", "is GST in India only");
    }
    return applicant;
  }

  private static Applicant normalised(Applicant given) {
    String phone =
        PhoneNumbers.normalised(given.contact().phone(), given.country())
            .orElseThrow(
                () ->
                    new InvalidField(
                            "/contact/phone",
                            "is a phone number that there can be, with the code of its country"
                                + " unless that is "
                                + given.country())
                        .refused());
    return given.withNames(
        Names.normalised(given.legalName()),
        Names.normalised(given.tradeName()),
        AddressRules.normalised(given.address(), "/address"),
        new Contact(Names.normalised(given.contact().name()), given.contact().email(), phone));
  }

  private static void checkIndian(Applicant applicant) {
    expect(applicant.address().country().equals("IN"), "/address/country", "is IN, as country is");
    expect(applicant.panNumber() != null, "/panNumber", "is required in India");
    Pan.fault(applicant.panNumber()).ifPresent(fault -> refuse("/panNumber", fault));
    String holders =
        applicant.businessEntityType() == null ? null : HOLDERS.get(applicant.businessEntityType());
    expect(
        holders == null || holders.indexOf(Pan.holder(applicant.panNumber())) >= 0,
        "/panNumber",
        "is the PAN of %s, which is no %s"
            .formatted(Pan.holderInWords(applicant.panNumber()), applicant.businessEntityType()));
    expect(
        IndianIdentifiers.isIfsc(applicant.bank().routingCode()),
        "/bank/routingCode",
        "is an IFSC: 4 letters, 0, 6 letters or digits");
    expect(
        applicant.taxIdType() == null || applicant.taxIdType() == TaxIdType.GST,
        "/taxIdType",
        "is GST in India");
    expect(
        applicant.taxIdType() != null || applicant.noGstReason() != null,
        "/noGstReason",
        "is required without a GST registration");
    if (applicant.taxIdNumber() != null) {
      Gstin.fault(applicant.taxIdNumber()).ifPresent(fault -> refuse("/taxIdNumber", fault));
      expect(
          Gstin.panOf(applicant.taxIdNumber()).equals(applicant.panNumber()),
          "/taxIdNumber",
          "carries another PAN than panNumber");
      AddressRules.mustBeIn(
          Gstin.stateOf(applicant.taxIdNumber()), applicant.address(), "/address");
    }
  }

  private static void expect(boolean condition, String pointer, String otherwise) {
    if (!condition) {
      refuse(pointer, otherwise);
    }
  }

  private static void refuse(String pointer, String why) {
    throw new InvalidField(pointer, why).refused();
  }
}
