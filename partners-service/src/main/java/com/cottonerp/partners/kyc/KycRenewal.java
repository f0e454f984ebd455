package com.cottonerp.partners.kyc;

import com.cottonerp.defaults.foureyes.Contributors;
import com.cottonerp.defaults.foureyes.Part;
import com.cottonerp.defaults.sources.BusinessDay;
import jakarta.annotation.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A renewal of a partner's KYC. */
@Entity
@Table(name = "kyc_renewal")
class KycRenewal {
  private static final int DUE_AFTER_DAYS = 30;

  @Id UUID id;

  @Column(name = "partner_id")
  UUID partnerId;

  @Enumerated(EnumType.STRING)
  RenewalType type;

  @Enumerated(EnumType.STRING)
  RenewalStatus status;

  @Column(name = "due_on")
  LocalDate dueOn;

  @Column(name = "requested_by")
  String requestedBy;

  @Column(name = "requested_at")
  Instant requestedAt;

  @Column(name = "completed_by")
  String completedBy;

  @Column(name = "completed_at")
  Instant completedAt;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "document_ids")
  DocumentIds documentIds;

  @Column(name = "tax_verified_again")
  boolean taxVerifiedAgain;

  @Column(name = "bank_verified_again")
  boolean bankVerifiedAgain;

  String notes;

  /** One JSON object, since the driver takes no JSON array. */
  record DocumentIds(List<UUID> ids) {}

  static KycRenewal open(UUID id, UUID partnerId, RenewalBody body, String by, Instant now) {
    KycRenewal renewal = new KycRenewal();
    renewal.id = id;
    renewal.partnerId = partnerId;
    renewal.type = body.type();
    renewal.status = RenewalStatus.PENDING;
    renewal.dueOn = BusinessDay.of(now).plusDays(DUE_AFTER_DAYS);
    renewal.requestedBy = by;
    renewal.requestedAt = now;
    renewal.documentIds = new DocumentIds(List.of());
    renewal.notes = body.notes();
    return renewal;
  }

  /** Who asked for it. */
  Contributors contributors() {
    return Contributors.to("renewal").with(Part.MADE, requestedBy);
  }

  void complete(RenewalOutcomeBody outcome, String by, Instant now) {
    if (status != RenewalStatus.PENDING) {
      throw new KycRefusal.RenewalCompleted(id, status).refused();
    }
    status = outcome.passed() ? RenewalStatus.COMPLETED : RenewalStatus.FAILED;
    documentIds = new DocumentIds(outcome.documents());
    taxVerifiedAgain = outcome.taxVerifiedAgain();
    bankVerifiedAgain = outcome.bankVerifiedAgain();
    notes = outcome.notes() == null ? notes : outcome.notes();
    completedBy = by;
    completedAt = now;
  }

  View view() {
    return new View(
        id,
        type,
        status,
        dueOn,
        requestedAt,
        completedAt,
        documentIds.ids(),
        taxVerifiedAgain,
        bankVerifiedAgain,
        notes);
  }

  /**
   * A renewal as the API shows it.
   *
   * @param dueOn a day in UTC
   * @param completedAt null while it is pending
   * @param documentIds what the outcome rests on; empty while it is pending
   * @param notes of the outcome, otherwise of the request; null when neither has any
   */
  @Schema(name = "KycRenewalView")
  record View(
      UUID id,
      RenewalType type,
      RenewalStatus status,
      @Schema(description = "A day in UTC") LocalDate dueOn,
      Instant requestedAt,
      @Nullable @Schema(description = "Null while it is pending") Instant completedAt,
      List<UUID> documentIds,
      boolean taxVerifiedAgain,
      boolean bankVerifiedAgain,
      @Nullable String notes) {}
}
