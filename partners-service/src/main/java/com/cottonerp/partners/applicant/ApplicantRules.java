package com.cottonerp.partners.applicant;

import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.partners.identity.IndianIdentifiers;

/** How the facts of an applicant or partner have to agree with each other. Pure. */
public final class ApplicantRules {
  private ApplicantRules() {}

  /** Refuses facts that do not; the pointer names the field. */
  public static void check(Applicant applicant) {
    expect(
        applicant.isServiceProvider() == (applicant.serviceProviderType() != null),
        "/serviceProviderType",
        "is for service providers, who must name it");
    expect(
        (applicant.taxIdType() == null) == (applicant.taxIdNumber() == null),
        "/taxIdNumber",
        "comes together with taxIdType");
    if (applicant.isIndian()) {
      checkIndian(applicant);
    } else {
      expect(applicant.taxIdType() != TaxIdType.GST, "/taxIdType", "is GST in India only");
    }
  }

  private static void checkIndian(Applicant applicant) {
    expect(applicant.panNumber() != null, "/panNumber", "is required in India");
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
      expect(
          IndianIdentifiers.isGstin(applicant.taxIdNumber()),
          "/taxIdNumber",
          "is not a GSTIN of 15 characters");
      expect(
          IndianIdentifiers.panOf(applicant.taxIdNumber()).equals(applicant.panNumber()),
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
