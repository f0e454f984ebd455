package com.cottonerp.partners.paperwork;

import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.partners.documents.ApplicationDocument;
import com.cottonerp.partners.documents.DocumentContent;
import com.cottonerp.partners.documents.Documents;
import com.cottonerp.partners.documents.Extraction;
import com.cottonerp.partners.documents.Mismatches;
import com.cottonerp.partners.documents.UploadedFile;
import com.cottonerp.partners.onboarding.Applications;
import com.cottonerp.partners.onboarding.OnboardingApplication;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Stores a document of an application with what was read from it. */
@ApplicationScoped
class UploadDocument {
  private final Applications applications;
  private final Documents documents;
  private final IdSource ids;
  private final Clock clock;

  UploadDocument(Applications applications, Documents documents, IdSource ids, Clock clock) {
    this.applications = applications;
    this.documents = documents;
    this.ids = ids;
    this.clock = clock;
  }

  Uni<ApplicationDocument> upload(
      OnboardingApplication application, UploadedFile file, Extraction extraction, String by) {
    ApplicationDocument document =
        ApplicationDocument.uploaded(
            ids.next(),
            application.id(),
            file,
            extraction,
            Mismatches.of(extraction, application.applicant()),
            by,
            clock.instant());
    application.documentUploaded(document);
    return documents
        .persist(document)
        .chain(Panache::getSession)
        .chain(session -> session.persist(DocumentContent.of(document.id(), file.content())))
        .chain(() -> applications.save(application))
        .replaceWith(document);
  }
}
