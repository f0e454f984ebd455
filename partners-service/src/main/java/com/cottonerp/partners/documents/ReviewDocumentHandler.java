package com.cottonerp.partners.documents;

import com.cottonerp.partners.onboarding.Applications;
import com.cottonerp.partners.onboarding.OnboardingApplication;
import com.cottonerp.partners.partner.CapabilityDetections;
import com.cottonerp.partners.partner.Partners;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** A reviewer verifies or rejects a document. */
@ApplicationScoped
class ReviewDocumentHandler {
  private final Applications applications;
  private final Documents documents;
  private final Partners partners;
  private final CapabilityDetections detections;
  private final Clock clock;

  ReviewDocumentHandler(
      Applications applications,
      Documents documents,
      Partners partners,
      CapabilityDetections detections,
      Clock clock) {
    this.applications = applications;
    this.documents = documents;
    this.partners = partners;
    this.detections = detections;
    this.clock = clock;
  }

  Uni<ApplicationDocument> handle(
      OnboardingApplication application, UUID documentId, ReviewBody review, String reviewer) {
    return documents
        .get(application.id(), documentId)
        .invoke(document -> decide(application, document, review, reviewer))
        .call(() -> applications.save(application))
        .call(() -> detectAnew(application));
  }

  // What a partner may do follows from its verified documents, also after its approval.
  private Uni<?> detectAnew(OnboardingApplication application) {
    return partners
        .ofApplication(application.id())
        .onItem()
        .ifNotNull()
        .transformToUni(detections::redetect);
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
