package com.cottonerp.partners.onboarding;

import com.cottonerp.partners.applicant.Applicant;
import com.cottonerp.partners.applicant.ServiceProviderType;
import com.cottonerp.partners.documenttypes.DocumentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What must be verified before an application can be approved. Pure. */
final class MandatoryDocuments {
  private MandatoryDocuments() {}

  static List<DocumentType> of(Applicant applicant) {
    List<DocumentType> documents = new ArrayList<>();
    if (applicant.isIndian()) {
      documents.add(DocumentType.PAN_CARD);
      documents.add(
          applicant.taxIdNumber() == null
              ? DocumentType.NO_GST_DECLARATION
              : DocumentType.GST_CERTIFICATE);
    } else {
      documents.add(DocumentType.FOREIGN_TAX_ID);
    }
    documents.add(DocumentType.ADDRESS_PROOF);
    if (applicant.isServiceProvider()) {
      documents.addAll(ofServiceProvider(applicant.serviceProviderType()));
    }
    return documents;
  }

  private static List<DocumentType> ofServiceProvider(ServiceProviderType type) {
    return switch (type) {
      case CONTROLLER -> List.of(DocumentType.LAB_ACCREDITATION);
      case FINANCER -> List.of(DocumentType.NBFC_LICENSE);
      case SHIPPING_AGENT -> List.of(DocumentType.CHA_LICENSE);
      case BROKER, SUB_BROKER, TRANSPORTER -> List.of();
    };
  }

  static List<DocumentType> missing(Applicant applicant, Set<DocumentType> verified) {
    return of(applicant).stream().filter(type -> !verified.contains(type)).toList();
  }

  /** The condition for an automatic approval: all of it, and a proof of the bank account. */
  static boolean everythingVerified(Applicant applicant, Set<DocumentType> verified) {
    return missing(applicant, verified).isEmpty()
        && verified.stream().anyMatch(DocumentType::provesBankAccount);
  }
}
