package com.cottonerp.partners.documents;

import jakarta.enterprise.context.ApplicationScoped;

/** The use cases around a document. */
@ApplicationScoped
class DocumentHandlers {
  private final DocumentReading reading;
  private final UploadDocumentHandler upload;
  private final ReviewDocumentHandler review;

  DocumentHandlers(
      DocumentReading reading, UploadDocumentHandler upload, ReviewDocumentHandler review) {
    this.reading = reading;
    this.upload = upload;
    this.review = review;
  }

  DocumentReading reading() {
    return reading;
  }

  UploadDocumentHandler upload() {
    return upload;
  }

  ReviewDocumentHandler review() {
    return review;
  }
}
