package com.cottonerp.partners.documents;

import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.partners.onboarding.Applications;
import com.cottonerp.partners.onboarding.OnboardingApplication;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Stores a document of an application with what was read from it. */
@ApplicationScoped
class UploadDocumentHandler {
  private final Applications applications;
  private final Documents documents;
  private final IdSource ids;
  private final Clock clock;

  UploadDocumentHandler(Applications applications, Documents documents, IdSource ids, Clock clock) {
    this.applications = applications;
    this.documents = documents;
    this.ids = ids;
    this.clock = clock;
  }

  Uni<ApplicationDocument> handle(
      OnboardingApplication application, UploadedFile file, Extraction extraction, String by) {
    ApplicationDocument document =
        ApplicationDocument.uploaded(
            ids.next(), application.id(), file, extraction, by, clock.instant());
    application.documentUploaded(document);
    return documents
        .persist(document)
        .chain(Panache::getSession)
        .chain(session -> session.persist(DocumentContent.of(document.id(), file.content())))
        .chain(() -> applications.save(application))
        .replaceWith(document);
  }
}
