package com.cottonerp.partners.paperwork;

import com.cottonerp.defaults.foureyes.Contributors;
import com.cottonerp.defaults.foureyes.Part;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.partners.documents.ApplicationDocument;
import com.cottonerp.partners.documents.DocumentRefusal;
import com.cottonerp.partners.documents.Documents;
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
class ReviewDocument {
  private final Applications applications;
  private final Documents documents;
  private final Partners partners;
  private final CapabilityDetections detections;
  private final Caller caller;
  private final Clock clock;

  ReviewDocument(
      Applications applications,
      Documents documents,
      Partners partners,
      CapabilityDetections detections,
      Caller caller,
      Clock clock) {
    this.applications = applications;
    this.documents = documents;
    this.partners = partners;
    this.detections = detections;
    this.caller = caller;
    this.clock = clock;
  }

  Uni<ApplicationDocument> review(
      OnboardingApplication application, UUID documentId, ReviewBody review) {
    return documents
        .get(application.id(), documentId)
        .invoke(document -> mayReview(application, document))
        .invoke(document -> decide(application, document, review, caller.userId()))
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

  // Who verified another document of it may go on; who uploaded this one may not.
  private void mayReview(OnboardingApplication application, ApplicationDocument document) {
    if (!caller.has(document.type().reviewPermission())) {
      throw new DocumentRefusal.OtherPermissionNeeded(
              document.type(), document.type().reviewPermission())
          .refused();
    }
    Contributors contributors = application.contributors();
    document.addContributors(contributors);
    contributors.mustNotDecide(caller.ids(), Part.MADE, Part.CHANGED, Part.UPLOADED);
  }

  private void decide(
      OnboardingApplication application,
      ApplicationDocument document,
      ReviewBody review,
      String reviewer) {
    switch (review.decision()) {
      case VERIFY -> {
        document.verify(reviewer, review.expiresOn(), review.overrideReason(), clock.instant());
        application.documentVerified(document);
      }
      case REJECT -> {
        document.reject(reviewer, review.reason(), clock.instant());
        application.documentRejected(document, review.reason());
      }
    }
  }
}
