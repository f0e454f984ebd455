package com.cottonerp.partners.onboarding;

import com.cottonerp.contracts.partners.v1.PartnerApplicationRejected;
import com.cottonerp.contracts.partners.v1.PartnerApplicationSubmitted;
import com.cottonerp.contracts.partners.v1.PartnerDocumentRejected;
import com.cottonerp.contracts.partners.v1.PartnerDocumentUploaded;
import com.cottonerp.contracts.partners.v1.PartnerDocumentVerified;
import com.cottonerp.contracts.partners.v1.PartnerEvent;
import com.cottonerp.defaults.foureyes.Contributors;
import com.cottonerp.defaults.foureyes.Editors;
import com.cottonerp.defaults.foureyes.Part;
import com.cottonerp.eventing.outbox.AggregateRoot;
import com.cottonerp.partners.applicant.Applicant;
import com.cottonerp.partners.documents.ApplicationDocument;
import com.cottonerp.partners.identity.IdentityKeys;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An application to become a partner. */
@Entity
@Table(name = "onboarding_application")
public class OnboardingApplication extends AggregateRoot {
  @Id private UUID id;

  @Column(name = "applicant_user_id")
  private String applicantUserId;

  /** Null in applications from before editors were recorded. */
  @JdbcTypeCode(SqlTypes.JSON)
  private Editors editors;

  @Enumerated(EnumType.STRING)
  private ApplicationStatus status;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  /** The database computes it, for lists; {@link #waitingSince} says it of one application. */
  @Column(name = "waiting_since", insertable = false, updatable = false)
  private Instant waitingSince;

  private Integer score;

  @Enumerated(EnumType.STRING)
  private RiskCategory category;

  @Enumerated(EnumType.STRING)
  private ApprovalRoute route;

  @Column(name = "recommended_limit")
  private BigDecimal recommendedLimit;

  @Column(name = "decision_notes")
  private String decisionNotes;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "converted_to_partner_id")
  private UUID convertedToPartnerId;

  @Embedded private Applicant applicant;
  @Embedded private IdentityKeys keys;

  protected OnboardingApplication() {}

  static OnboardingApplication start(
      UUID id, String applicantUserId, Applicant applicant, IdentityKeys keys, Instant now) {
    OnboardingApplication application = new OnboardingApplication();
    application.id = id;
    application.applicantUserId = applicantUserId;
    application.applicant = applicant;
    application.keys = keys;
    application.status = ApplicationStatus.PENDING;
    application.createdAt = now;
    return application;
  }

  void edit(Applicant changed, IdentityKeys changedKeys, String by) {
    mustBeOpen();
    editors = Editors.of(editors).and(by);
    applicant = changed;
    keys = changedKeys;
  }

  /** The same facts under another secret. */
  public void rekey(IdentityKeys changedKeys) {
    keys = changedKeys;
  }

  /** A document may come until a rejection: the file of an approved applicant goes on. */
  public void documentUploaded(ApplicationDocument document) {
    mustNotBeRejected();
    raise(
        new PartnerDocumentUploaded(
            id, document.id(), document.type().toString(), document.confidence()));
  }

  public void documentVerified(ApplicationDocument document) {
    mustNotBeRejected();
    raise(
        new PartnerDocumentVerified(
            id, document.id(), document.type().toString(), document.expiresOn()));
  }

  public void documentRejected(ApplicationDocument document, String reason) {
    mustNotBeRejected();
    raise(new PartnerDocumentRejected(id, document.id(), document.type().toString(), reason));
  }

  /**
   * @param automatic whether a good score approves the application without a person
   */
  void submit(OnboardingScore result, boolean automatic, Instant now, String by) {
    mustBeOpen();
    editors = Editors.of(editors).and(by);
    score = result.score();
    category = result.category();
    route = category.route(automatic);
    recommendedLimit = result.recommendedLimit();
    status = ApplicationStatus.PENDING_APPROVAL;
    submittedAt = now;
    raise(new PartnerApplicationSubmitted(id, score, category.name(), route.name()));
  }

  void approve(UUID partnerId, Decision decision) {
    mustBePendingApproval();
    decided(ApplicationStatus.APPROVED, decision);
    convertedToPartnerId = partnerId;
  }

  void reject(Decision decision) {
    mustBePendingApproval();
    decided(ApplicationStatus.REJECTED, decision);
    raise(new PartnerApplicationRejected(id, decision.notes()));
  }

  void requestInformation(Decision decision) {
    mustBePendingApproval();
    decided(ApplicationStatus.INFO_REQUESTED, decision);
  }

  private void decided(ApplicationStatus newStatus, Decision decision) {
    status = newStatus;
    decisionNotes = decision.notes();
    decidedBy = decision.by();
    decidedAt = decision.at();
  }

  /** Who decided, when, and why. */
  record Decision(String by, Instant at, String notes) {}

  private void mustBeOpen() {
    if (!status.isOpen()) {
      throw new OnboardingRefusal.ApplicationNotOpen(id, status).refused();
    }
  }

  private void mustBeUndecided() {
    if (!status.isOpen() && status != ApplicationStatus.PENDING_APPROVAL) {
      throw new OnboardingRefusal.ApplicationAlreadyDecided(id, status).refused();
    }
  }

  private void mustNotBeRejected() {
    if (status == ApplicationStatus.REJECTED) {
      throw new OnboardingRefusal.ApplicationAlreadyDecided(id, status).refused();
    }
  }

  void mustBePendingApproval() {
    mustBeUndecided();
    if (status != ApplicationStatus.PENDING_APPROVAL) {
      throw new OnboardingRefusal.ApplicationNotSubmitted(id, status).refused();
    }
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public String aggregateType() {
    return "OnboardingApplication";
  }

  @Override
  public String topic() {
    return PartnerEvent.TOPIC;
  }

  public String applicantUserId() {
    return applicantUserId;
  }

  /** Who made and who changed it. */
  public Contributors contributors() {
    return Contributors.to("application")
        .with(Part.MADE, applicantUserId)
        .with(Part.CHANGED, Editors.of(editors).users());
  }

  public Applicant applicant() {
    return applicant;
  }

  IdentityKeys keys() {
    return keys;
  }

  ApplicationStatus status() {
    return status;
  }

  ApprovalRoute route() {
    return route;
  }

  BigDecimal recommendedLimit() {
    return recommendedLimit;
  }

  String stage() {
    String name =
        switch (status) {
          case PENDING, INFO_REQUESTED -> "DOCUMENTS";
          case PENDING_APPROVAL -> "VERIFICATION";
          case APPROVED, REJECTED -> "APPROVAL";
        };
    return name.toLowerCase(Locale.ROOT);
  }

  /** Who has to act; null once it is decided. */
  WaitingFor waitingFor() {
    return switch (status) {
      case PENDING, INFO_REQUESTED -> WaitingFor.APPLICANT;
      case PENDING_APPROVAL ->
          route == ApprovalRoute.DIRECTOR ? WaitingFor.DIRECTOR : WaitingFor.MANAGER;
      case APPROVED, REJECTED -> null;
    };
  }

  /** Since when; null once it is decided. */
  Instant waitingSince() {
    return switch (status) {
      case PENDING -> createdAt;
      case INFO_REQUESTED -> decidedAt;
      case PENDING_APPROVAL -> submittedAt;
      case APPROVED, REJECTED -> null;
    };
  }

  Integer score() {
    return score;
  }

  RiskCategory category() {
    return category;
  }

  String decisionNotes() {
    return decisionNotes;
  }

  Instant decidedAt() {
    return decidedAt;
  }

  public UUID convertedToPartnerId() {
    return convertedToPartnerId;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant submittedAt() {
    return submittedAt;
  }
}
