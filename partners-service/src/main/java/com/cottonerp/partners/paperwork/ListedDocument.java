package com.cottonerp.partners.paperwork;

import com.cottonerp.partners.documents.ApplicationDocument;
import com.cottonerp.partners.documents.DocumentView;
import com.cottonerp.partners.onboarding.OnboardingApplication;
import jakarta.annotation.Nullable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A document with whose it is.
 *
 * @param partnerId null until the application is approved
 */
record ListedDocument(
    UUID applicationId,
    @Nullable @Schema(description = "Null until the application is approved") UUID partnerId,
    String legalName,
    DocumentView document) {

  static ListedDocument of(ApplicationDocument document, OnboardingApplication application) {
    return new ListedDocument(
        application.id(),
        application.convertedToPartnerId(),
        application.applicant().legalName(),
        document.view());
  }
}
