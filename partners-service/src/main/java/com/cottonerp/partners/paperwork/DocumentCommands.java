package com.cottonerp.partners.paperwork;

import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.Reply;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.text.Texts;
import com.cottonerp.partners.documents.DocumentReading;
import com.cottonerp.partners.documents.DocumentRefusal;
import com.cottonerp.partners.documents.DocumentView;
import com.cottonerp.partners.documents.UploadedFile;
import com.cottonerp.partners.documenttypes.DocumentType;
import com.cottonerp.partners.onboarding.OnboardingApplication;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Uploads and reviews, for the documents of an applicant and of a partner alike. */
@ApplicationScoped
class DocumentCommands {
  private final Commands commands;
  private final Caller caller;
  private final DocumentReading reading;
  private final UploadDocument upload;
  private final ReviewDocument review;

  DocumentCommands(
      Commands commands,
      Caller caller,
      DocumentReading reading,
      UploadDocument upload,
      ReviewDocument review) {
    this.commands = commands;
    this.caller = caller;
    this.reading = reading;
    this.upload = upload;
    this.review = review;
  }

  /**
   * Asks whether the caller may, then reads the file, and stores it in a transaction that waits for
   * nothing.
   *
   * @param collection the path of the documents
   * @param access fails when the caller may not hand in anything here
   * @param application loads the file's application, as far as the caller may
   */
  Uni<RestResponse<DocumentView>> upload(
      String documentType,
      FileUpload file,
      String collection,
      Supplier<Uni<?>> access,
      Supplier<Uni<OnboardingApplication>> application) {
    return Panache.withSession(() -> access.get().replaceWithVoid())
        .chain(
            () -> {
              DocumentType type = type(documentType);
              check(file);
              return reading.read(type, file);
            })
        .chain(
            read ->
                commands.once(
                    List.of(read.file().type(), read.file().sha256(), read.file().name()),
                    () -> application.get().chain(found -> uploaded(found, read, collection))));
  }

  private Uni<Reply<DocumentView>> uploaded(
      OnboardingApplication application, DocumentReading.Result read, String collection) {
    return upload
        .upload(application, read.file(), read.extraction(), caller.userId())
        .map(
            document ->
                Reply.created(collection + "/" + document.id(), document.view())
                    .withVersion(application.version()));
  }

  Uni<RestResponse<DocumentView>> review(
      UUID documentId, ReviewBody body, Supplier<Uni<OnboardingApplication>> application) {
    body.check();
    return commands.once(
        body,
        () ->
            application
                .get()
                .chain(
                    found ->
                        review
                            .review(found, documentId, body)
                            .map(
                                document ->
                                    Reply.ok(document.view()).withVersion(found.version()))));
  }

  private static DocumentType type(String name) {
    return DocumentType.named(name)
        .orElseThrow(
            () ->
                new InvalidField("/documentType", "is one of " + List.of(DocumentType.values()))
                    .refused());
  }

  private static void check(FileUpload file) {
    if (file == null || file.size() == 0) {
      throw new InvalidField("/file", "is required and not empty").refused();
    }
    if (file.size() > UploadedFile.MAX_BYTES) {
      throw new DocumentRefusal.DocumentTooLarge(file.size()).refused();
    }
    if (file.fileName() == null || file.fileName().isBlank() || file.fileName().length() > 255) {
      throw new InvalidField("/file", "has a name of 1 to 255 characters").refused();
    }
    if (!Texts.isStorable(file.fileName())) {
      throw new InvalidField("/file", Texts.NOT_STORABLE).refused();
    }
  }
}
