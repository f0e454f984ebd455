package com.cottonerp.partners.documents;

import com.cottonerp.partners.documenttypes.DocumentType;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A document as the API shows it.
 *
 * @param extractedFields what was read from it; a hint, not a verification. Of identifiers the last
 *     four characters, or all of them with PARTNER_VIEW_SENSITIVE
 * @param confidence 0 to 1: the share of the expected fields that were found
 * @param extractionError why nothing could be read; null when something was, or nothing is expected
 * @param mismatches names of extracted fields that are not what the applicant says of itself
 * @param overrideReason null unless it was verified in spite of mismatches
 * @param rejectionReason null unless it is rejected
 * @param expiresOn the last day; null until it is verified, and of what does not expire
 * @param reviewedAt null until it is verified or rejected
 */
public record DocumentView(
    UUID id,
    DocumentType documentType,
    String fileName,
    String mimeType,
    @Schema(description = "In bytes") int fileSize,
    String sha256,
    @Schema(type = SchemaType.OBJECT, additionalProperties = String.class)
        Map<String, Object> extractedFields,
    @Schema(description = "0 to 1: the share of the expected fields that were found")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal confidence,
    @Nullable @Schema(description = "Why nothing could be read") String extractionError,
    @Schema(
            description =
                "What was read and is not the applicant's: gstin, pan_number or legal_name")
        List<String> mismatches,
    @Nullable @Schema(description = "Why it was verified in spite of mismatches")
        String overrideReason,
    DocumentStatus status,
    @Nullable @Schema(description = "Null unless it is rejected") String rejectionReason,
    @Nullable
        @Schema(
            description = "The last day; null until it is verified, and of what does not expire")
        LocalDate expiresOn,
    @Nullable @Schema(description = "Null until it is verified or rejected") Instant reviewedAt,
    Instant uploadedAt) {}
