package com.cottonerp.partners.amendments;

import com.cottonerp.defaults.foureyes.Contributors;
import com.cottonerp.defaults.foureyes.Part;
import com.cottonerp.defaults.security.SubjectIds;
import jakarta.annotation.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A change of a partner that waits for a decision, or has got one. */
@Entity
@Table(name = "partner_amendment")
class Amendment {
  @Id UUID id;

  /** Two decisions at the same moment: one of them is the second. */
  @Version long version;

  @Column(name = "partner_id")
  UUID partnerId;

  @Enumerated(EnumType.STRING)
  AmendmentType type;

  @Enumerated(EnumType.STRING)
  AmendmentStatus status;

  String reason;

  @JdbcTypeCode(SqlTypes.JSON)
  Proposal proposed;

  @Column(name = "requested_by")
  String requestedBy;

  @Column(name = "requested_at")
  Instant requestedAt;

  @Column(name = "decided_by")
  String decidedBy;

  @Column(name = "decided_at")
  Instant decidedAt;

  @Column(name = "decision_notes")
  String decisionNotes;

  static Amendment requested(UUID id, UUID partnerId, AmendmentBody body, String by, Instant now) {
    Amendment amendment = new Amendment();
    amendment.id = id;
    amendment.partnerId = partnerId;
    amendment.type = body.type();
    amendment.status = AmendmentStatus.PENDING;
    amendment.reason = body.reason();
    amendment.proposed = body.proposed();
    amendment.requestedBy = by;
    amendment.requestedAt = now;
    return amendment;
  }

  /** Who asked for it. */
  Contributors contributors() {
    return Contributors.to("amendment").with(Part.MADE, requestedBy);
  }

  void decide(AmendmentDecisionBody decision, String by, boolean director, Instant now) {
    if (status != AmendmentStatus.PENDING) {
      throw new AmendmentRefusal.AmendmentDecided(id, status).refused();
    }
    if (proposed.isDirectors(type) && !director) {
      throw new AmendmentRefusal.DirectorDecides(id, type).refused();
    }
    status =
        switch (decision.decision()) {
          case APPROVE -> AmendmentStatus.APPROVED;
          case REJECT -> AmendmentStatus.REJECTED;
        };
    decidedBy = by;
    decidedAt = now;
    decisionNotes = decision.notes();
  }

  boolean isApproved() {
    return status == AmendmentStatus.APPROVED;
  }

  View view() {
    return new View(
        id,
        type,
        status,
        reason,
        ProposalView.of(proposed),
        SubjectIds.shown(requestedBy),
        requestedAt,
        SubjectIds.shown(decidedBy),
        decidedAt,
        decisionNotes);
  }

  /**
   * An amendment as the API shows it.
   *
   * @param requestedBy the opaque id of a user; null of an amendment from before ids were opaque
   * @param decidedBy null until it is decided, and as requestedBy
   * @param decidedAt null until it is decided
   * @param decisionNotes null until it is decided, and of an approval without notes
   */
  @Schema(name = "AmendmentView")
  record View(
      UUID id,
      AmendmentType type,
      AmendmentStatus status,
      String reason,
      ProposalView proposed,
      @Nullable
          @Schema(description = "An opaque id; null of an amendment from before ids were opaque")
          String requestedBy,
      Instant requestedAt,
      @Nullable @Schema(description = "As requestedBy") String decidedBy,
      @Nullable @Schema(description = "Null until it is decided") Instant decidedAt,
      @Nullable String decisionNotes) {}
}
