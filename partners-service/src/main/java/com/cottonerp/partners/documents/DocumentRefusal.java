package com.cottonerp.partners.documents;

import com.cottonerp.defaults.problem.Refusal;
import com.cottonerp.partners.documenttypes.DocumentType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Why a document is not taken or not reviewed. */
public sealed interface DocumentRefusal extends Refusal {
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

  record DocumentAlreadyReviewed(UUID id, DocumentStatus current) implements DocumentRefusal {
    @Override
    public String detail() {
      return "Document %s is %s already".formatted(id, current);
    }
  }

  /** Something on it is somebody else's. */
  record DocumentMismatch(UUID id, List<String> fields) implements DocumentRefusal {
    @Override
    public String detail() {
      return "Document %s shows another %s than the applicant's; overrideReason verifies it nevertheless"
          .formatted(id, String.join(", ", fields));
    }
  }

  record DocumentExpired(UUID id, LocalDate expiredOn) implements DocumentRefusal {
    @Override
    public String detail() {
      return "Document %s expired on %s and cannot be verified".formatted(id, expiredOn);
    }
  }

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
