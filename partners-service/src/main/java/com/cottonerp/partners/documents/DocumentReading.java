package com.cottonerp.partners.documents;

import com.cottonerp.partners.documenttypes.DocumentType;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * Takes an uploaded file in, and reads it before any transaction begins. Whether it could be read
 * decides nothing but its confidence.
 */
@ApplicationScoped
public class DocumentReading {
  /** Which kinds Java draws. */
  private static final Set<String> DRAWN =
      Stream.of(FileType.PDF, FileType.PNG, FileType.JPEG, FileType.TIFF)
          .map(FileType::mimeType)
          .collect(Collectors.toUnmodifiableSet());

  private static final int MAX_CHARACTERS = 100_000;

  private final Readers readers;
  private final Vertx vertx;

  DocumentReading(Readers readers, Vertx vertx) {
    this.readers = readers;
    this.vertx = vertx;
  }

  /** A file and what could be read from it; an unreadable file is still a file. */
  public record Result(UploadedFile file, Extraction extraction) {}

  /**
   * The first page as a PNG. Refuses with 404 where it cannot be drawn, and with 503 when others
   * are drawn for longer than it can wait.
   */
  public Uni<byte[]> thumbnail(UUID documentId, String mimeType, byte[] content) {
    if (!DRAWN.contains(mimeType)) {
      throw new DocumentRefusal.NoThumbnail(documentId).refused();
    }
    return readers
        .thumbnail(content)
        .map(
            drawn -> {
              if (drawn.png() == null) {
                throw (drawn.busy()
                        ? new DocumentRefusal.DrawersBusy()
                        : new DocumentRefusal.NoThumbnail(documentId))
                    .refused();
              }
              return drawn.png();
            });
  }

  /** Refuses a file of a kind that is not taken; never fails because of what is in it. */
  public Uni<Result> read(DocumentType type, FileUpload upload) {
    return vertx
        .executeBlocking(() -> file(type, upload))
        .chain(file -> extraction(file).map(read -> new Result(file, read)));
  }

  private static UploadedFile file(DocumentType type, FileUpload upload)
      throws java.io.IOException {
    byte[] content = Files.readAllBytes(upload.uploadedFile());
    FileType kind =
        FileType.of(upload.fileName(), content)
            .orElseThrow(() -> new DocumentRefusal.DocumentKindNotTaken().refused());
    return new UploadedFile(type, upload.fileName(), kind, content, UploadedFile.sha256(content));
  }

  private Uni<Extraction> extraction(UploadedFile file) {
    if (file.kind() != FileType.TEXT) {
      return readers.read(file);
    }
    // Its length is bounded and its time with it, so it needs no reader and waits for none.
    return vertx.executeBlocking(
        () -> DocumentFields.read(file.type(), FileType.text(file.content(), MAX_CHARACTERS)));
  }
}
