package com.cottonerp.partners.amendments;

import com.cottonerp.defaults.security.SubjectIds;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amendment among those of all partners; what it proposes is read at the partner.
 *
 * @param requestedBy the opaque id of a user; null of an amendment from before ids were opaque
 * @param decidedAt null until it is decided
 */
record ListedAmendment(
    UUID id,
    UUID partnerId,
    AmendmentType type,
    AmendmentStatus status,
    String reason,
    @Nullable
        @Schema(description = "An opaque id; null of an amendment from before ids were opaque")
        String requestedBy,
    Instant requestedAt,
    @Nullable @Schema(description = "Null until it is decided") Instant decidedAt) {

  static ListedAmendment of(Amendment amendment) {
    return new ListedAmendment(
        amendment.id,
        amendment.partnerId,
        amendment.type,
        amendment.status,
        amendment.reason,
        SubjectIds.shown(amendment.requestedBy),
        amendment.requestedAt,
        amendment.decidedAt);
  }
}
