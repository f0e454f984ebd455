package com.cottonerp.partners.documents;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Reads an uploaded file and its text on a worker thread, before any transaction begins. */
@ApplicationScoped
class DocumentReading {
  private final DocumentTextExtractor extractor;
  private final Vertx vertx;

  DocumentReading(DocumentTextExtractor extractor, Vertx vertx) {
    this.extractor = extractor;
    this.vertx = vertx;
  }

  /** A file and what could be read from it; an unreadable file is still a file. */
  record Result(UploadedFile file, Extraction extraction) {}

  Uni<Result> read(DocumentType type, FileUpload upload) {
    return vertx.executeBlocking(
        () -> {
          UploadedFile file =
              new UploadedFile(
                  type,
                  upload.fileName(),
                  mimeType(upload),
                  Files.readAllBytes(upload.uploadedFile()));
          return new Result(file, extract(file));
        });
  }

  private Extraction extract(UploadedFile file) {
    try {
      return DocumentFields.read(file.type(), extractor.extract(file.mimeType(), file.content()));
    } catch (IOException unreadable) {
      return Extraction.failed(unreadable.getMessage());
    }
  }

  private static String mimeType(FileUpload upload) {
    String stated =
        upload.contentType() == null ? "application/octet-stream" : upload.contentType();
    return stated.split(";")[0].strip().toLowerCase(java.util.Locale.ROOT);
  }
}
