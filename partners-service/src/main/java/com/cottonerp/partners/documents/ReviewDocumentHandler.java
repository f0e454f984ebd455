package com.cottonerp.partners.documents;

import com.cottonerp.partners.onboarding.Applications;
import com.cottonerp.partners.onboarding.OnboardingApplication;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** A reviewer verifies or rejects a document. */
@ApplicationScoped
class ReviewDocumentHandler {
  private final Applications applications;
  private final Documents documents;
  private final Clock clock;

  ReviewDocumentHandler(Applications applications, Documents documents, Clock clock) {
    this.applications = applications;
    this.documents = documents;
    this.clock = clock;
  }

  Uni<ApplicationDocument> handle(
      OnboardingApplication application, UUID documentId, ReviewBody review, String reviewer) {
    return documents
        .get(application.id(), documentId)
        .invoke(document -> decide(application, document, review, reviewer))
        .call(() -> applications.save(application));
  }

  private void decide(
      OnboardingApplication application,
      ApplicationDocument document,
      ReviewBody review,
      String reviewer) {
    switch (review.decision()) {
      case VERIFY -> {
        document.verify(reviewer, review.expiresOn(), clock.instant());
        application.documentVerified(document);
      }
      case REJECT -> {
        document.reject(reviewer, review.reason(), clock.instant());
        application.documentRejected(document, review.reason());
      }
    }
  }
}
