package com.cottonerp.partners.documents;

import com.cottonerp.defaults.foureyes.Contributors;
import com.cottonerp.defaults.foureyes.Part;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.partners.documenttypes.DocumentType;
import com.cottonerp.partners.identity.Identifier;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A document of an application and what is known of it. Its bytes are in {@link DocumentContent}.
 */
@Entity
@Table(name = "application_document")
public class ApplicationDocument {
  @Id private UUID id;

  @Column(name = "application_id")
  private UUID applicationId;

  @Enumerated(EnumType.STRING)
  @Column(name = "document_type")
  private DocumentType type;

  @Column(name = "file_name")
  private String fileName;

  @Column(name = "mime_type")
  private String mimeType;

  @Column(name = "file_size")
  private int fileSize;

  private String sha256;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "extracted_fields")
  private Map<String, String> extractedFields;

  private BigDecimal confidence;

  @Column(name = "extraction_error")
  private String extractionError;

  /**
   * Fields that are not the applicant's, separated by commas; null when all that was read agrees.
   */
  private String mismatches;

  /** Why it was verified in spite of them. */
  @Column(name = "override_reason")
  private String overrideReason;

  @Enumerated(EnumType.STRING)
  private DocumentStatus status;

  @Column(name = "rejection_reason")
  private String rejectionReason;

  @Column(name = "expires_on")
  private LocalDate expiresOn;

  @Column(name = "reviewed_by")
  private String reviewedBy;

  @Column(name = "reviewed_at")
  private Instant reviewedAt;

  /** Null in documents from before uploaders were recorded. */
  @Column(name = "uploaded_by")
  private String uploadedBy;

  @Column(name = "uploaded_at")
  private Instant uploadedAt;

  protected ApplicationDocument() {}

  public static ApplicationDocument uploaded(
      UUID id,
      UUID applicationId,
      UploadedFile file,
      Extraction extraction,
      List<String> mismatches,
      String by,
      Instant now) {
    ApplicationDocument document = new ApplicationDocument();
    document.id = id;
    document.applicationId = applicationId;
    document.type = file.type();
    document.fileName = file.name();
    document.mimeType = file.kind().mimeType();
    document.fileSize = file.content().length;
    document.sha256 = file.sha256();
    document.extractedFields = extraction.fields();
    document.confidence = extraction.confidence();
    document.extractionError = extraction.error();
    document.mismatches = mismatches.isEmpty() ? null : String.join(",", mismatches);
    document.status = DocumentStatus.UPLOADED;
    document.uploadedBy = by;
    document.uploadedAt = now;
    return document;
  }

  /**
   * Refuses a document that is expired, and one on which something is not the applicant's unless
   * the reviewer says why it is verified nevertheless.
   *
   * @param override null when the reviewer says nothing
   */
  public void verify(String reviewer, LocalDate validUntil, String override, Instant now) {
    if (validUntil != null && validUntil.isBefore(BusinessDay.of(now))) {
      throw new DocumentRefusal.DocumentExpired(id, validUntil).refused();
    }
    if (mismatches != null && (override == null || override.isBlank())) {
      throw new DocumentRefusal.DocumentMismatch(id, mismatches()).refused();
    }
    overrideReason = mismatches == null ? null : override;
    reviewed(DocumentStatus.VERIFIED, reviewer, now);
    expiresOn = validUntil;
  }

  public void reject(String reviewer, String reason, Instant now) {
    reviewed(DocumentStatus.REJECTED, reviewer, now);
    rejectionReason = reason;
  }

  private void reviewed(DocumentStatus verdict, String reviewer, Instant now) {
    if (status == verdict) {
      throw new DocumentRefusal.DocumentAlreadyReviewed(id, status).refused();
    }
    status = verdict;
    rejectionReason = null;
    reviewedBy = reviewer;
    reviewedAt = now;
  }

  public UUID id() {
    return id;
  }

  /** Adds who uploaded it, and who verified it. */
  public void addContributors(Contributors contributors) {
    contributors.with(Part.UPLOADED, uploadedBy);
    if (status == DocumentStatus.VERIFIED) {
      contributors.with(Part.VERIFIED, reviewedBy);
    }
  }

  public UUID applicationId() {
    return applicationId;
  }

  public DocumentType type() {
    return type;
  }

  public BigDecimal confidence() {
    return confidence;
  }

  public LocalDate expiresOn() {
    return expiresOn;
  }

  private List<String> mismatches() {
    return mismatches == null ? List.of() : List.of(mismatches.split(","));
  }

  public String fileName() {
    return fileName;
  }

  public String mimeType() {
    return mimeType;
  }

  public DocumentView view() {
    return new DocumentView(
        id,
        type,
        fileName,
        mimeType,
        fileSize,
        sha256,
        shown(),
        confidence,
        extractionError,
        mismatches(),
        overrideReason,
        status,
        rejectionReason,
        expiresOn,
        reviewedAt,
        uploadedAt);
  }

  private Map<String, Object> shown() {
    Map<String, Object> shown = new LinkedHashMap<>(extractedFields);
    DocumentFields.IDENTIFIERS.forEach(
        name -> shown.computeIfPresent(name, (key, value) -> Identifier.of((String) value)));
    return shown;
  }
}
