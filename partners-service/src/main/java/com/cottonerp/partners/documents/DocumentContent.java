package com.cottonerp.partners.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The bytes of a document. */
@Entity
@Table(name = "document_content")
public class DocumentContent {
  @Id
  @Column(name = "document_id")
  UUID documentId;

  byte[] content;

  public static DocumentContent of(UUID documentId, byte[] bytes) {
    DocumentContent stored = new DocumentContent();
    stored.documentId = documentId;
    stored.content = bytes;
    return stored;
  }

  public byte[] bytes() {
    return content;
  }
}
