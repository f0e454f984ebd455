package com.cottonerp.partners.documents;

import com.cottonerp.partners.documenttypes.DocumentType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A document as the API shows it.
 *
 * @param extractedFields what was read from it; a hint, not a verification. Of identifiers the last
 *     four characters, or all of them with PARTNER_VIEW_SENSITIVE
 * @param confidence 0 to 1
 */
public record DocumentView(
    UUID id,
    DocumentType documentType,
    String fileName,
    String mimeType,
    int fileSize,
    String sha256,
    @Schema(type = SchemaType.OBJECT, additionalProperties = String.class)
        Map<String, Object> extractedFields,
    BigDecimal confidence,
    String extractionError,
    DocumentStatus status,
    String rejectionReason,
    LocalDate expiresOn,
    Instant reviewedAt,
    Instant uploadedAt) {}
