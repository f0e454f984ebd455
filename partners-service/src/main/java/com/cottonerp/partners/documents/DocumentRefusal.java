package com.cottonerp.partners.documents;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import com.cottonerp.partners.documenttypes.DocumentType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Why a document is not taken or not reviewed. */
public sealed interface DocumentRefusal extends Refusal {
  @Explained(
      means = "The file is larger than the service accepts; detail says how large it may be.",
      remedy = "Upload a smaller file.")
  record DocumentTooLarge(long bytes) implements DocumentRefusal {
    @Override
    public int status() {
      return 413;
    }

    @Override
    public String detail() {
      return "The file has %d bytes; the limit is %d".formatted(bytes, UploadedFile.MAX_BYTES);
    }
  }

  @Explained(
      means = "The content of the file is of no kind that is accepted, whatever its name says.",
      remedy = "Upload a PDF, PNG, JPEG, TIFF, WebP, HEIC or plain text.")
  record DocumentKindNotTaken() implements DocumentRefusal {
    @Override
    public int status() {
      return 415;
    }

    @Override
    public String detail() {
      return "The file is taken as PDF, PNG, JPEG, TIFF, WebP, HEIC or plain text, by its content;"
          + " and under no name of a program or a web page";
    }
  }

  @Explained(
      means = "The document is a text, is of a kind that is not drawn here, or cannot be drawn.",
      remedy = "Open the document itself (…/content).")
  record NoThumbnail(UUID id) implements DocumentRefusal {
    @Override
    public int status() {
      return 404;
    }

    @Override
    public String detail() {
      return "There is no picture of the first page of document " + id;
    }
  }

  @Explained(
      means = "The first pages of other documents are being drawn.",
      remedy = "Repeat the request after Retry-After.")
  record DrawersBusy() implements DocumentRefusal {
    @Override
    public int status() {
      return RETRY_LATER;
    }

    @Override
    public String detail() {
      return "The first pages of other documents are being drawn; ask again in a moment";
    }
  }

  @Explained(
      means = "The document was verified or rejected already.",
      remedy = "Read the document; upload a new one if it has changed.")
  record DocumentAlreadyReviewed(UUID id, DocumentStatus current) implements DocumentRefusal {
    @Override
    public String detail() {
      return "Document %s is %s already".formatted(id, current);
    }
  }

  @Explained(
      means = "Something that was read from the document is not what the applicant says of itself.",
      remedy = "Upload the right document, correct the application, or verify with overrideReason.")
  record DocumentMismatch(UUID id, List<String> fields) implements DocumentRefusal {
    @Override
    public String detail() {
      return "Document %s shows another %s than the applicant's; overrideReason verifies it nevertheless"
          .formatted(id, String.join(", ", fields));
    }
  }

  @Explained(
      means = "The document has expired and cannot be verified.",
      remedy = "Upload a document that is valid.")
  record DocumentExpired(UUID id, LocalDate expiredOn) implements DocumentRefusal {
    @Override
    public String detail() {
      return "Document %s expired on %s and cannot be verified".formatted(id, expiredOn);
    }
  }

  @Explained(
      means = "The review of this kind of document needs another permission.",
      remedy = "Let somebody with the named permission review it.")
  record OtherPermissionNeeded(DocumentType document, String permission)
      implements DocumentRefusal {
    @Override
    public int status() {
      return FORBIDDEN;
    }

    @Override
    public String detail() {
      return "The review of a %s needs %s".formatted(document, permission);
    }
  }
}
