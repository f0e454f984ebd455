package com.cottonerp.partners.paperwork;

import com.cottonerp.defaults.audit.Audited;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.eventing.audit.OperatorAudit;
import com.cottonerp.partners.documents.ApplicationDocument;
import com.cottonerp.partners.documents.DocumentContent;
import com.cottonerp.partners.documents.DocumentReading;
import com.cottonerp.partners.documents.Documents;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Shows somebody the bytes of a document, and notes in the audit who saw them. A browser shows them
 * as what they are and runs nothing in them, whatever an uploader wrote.
 */
@ApplicationScoped
class OpenDocument {
  /** For the documents of the two operations that show one. */
  static final String ABOUT_THUMBNAILS =
      "Of a PDF, PNG, JPEG or TIFF: 480 pixels at most, drawn anew, so that nothing of the file itself"
          + " gets through. Who saw it is noted in the audit, as if it were opened.";

  private final Documents documents;
  private final DocumentReading reading;
  private final Caller caller;

  OpenDocument(Documents documents, DocumentReading reading, Caller caller) {
    this.documents = documents;
    this.reading = reading;
    this.caller = caller;
  }

  /**
   * @param application the id of the application, as far as the caller may see it
   */
  Uni<RestResponse<byte[]>> open(Supplier<Uni<UUID>> application, UUID documentId) {
    return bytes(application, documentId).map(opened -> answer(opened.document(), opened.bytes()));
  }

  /** As {@link #open}, of a picture of the first page. Draws when the transaction has ended. */
  Uni<RestResponse<byte[]>> thumbnail(Supplier<Uni<UUID>> application, UUID documentId) {
    return bytes(application, documentId)
        .chain(
            opened -> reading.thumbnail(documentId, opened.document().mimeType(), opened.bytes()))
        .map(OpenDocument::picture);
  }

  private record Opened(ApplicationDocument document, byte[] bytes) {}

  private Uni<Opened> bytes(Supplier<Uni<UUID>> application, UUID documentId) {
    return Audited.transaction(
        () ->
            application
                .get()
                .chain(id -> documents.get(id, documentId))
                .call(this::note)
                .chain(
                    document ->
                        Panache.getSession()
                            .chain(session -> session.find(DocumentContent.class, document.id()))
                            .map(content -> new Opened(document, content.bytes()))));
  }

  private Uni<Void> note(ApplicationDocument document) {
    return Panache.getSession()
        .chain(
            session ->
                OperatorAudit.note(
                    session,
                    "ApplicationDocument",
                    document.id(),
                    "opened",
                    null,
                    caller.userId(),
                    new JsonObject()));
  }

  private static RestResponse<byte[]> picture(byte[] png) {
    return RestResponse.ResponseBuilder.ok(png)
        .type("image/png")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .build();
  }

  private static RestResponse<byte[]> answer(ApplicationDocument document, byte[] bytes) {
    return RestResponse.ResponseBuilder.ok(bytes)
        .type(document.mimeType())
        .header("Content-Disposition", "inline; filename*=UTF-8''" + encoded(document.fileName()))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("Cache-Control", "no-store")
        .build();
  }

  /** RFC 8187: a name may have any character. */
  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
