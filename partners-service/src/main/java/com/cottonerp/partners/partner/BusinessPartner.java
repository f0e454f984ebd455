package com.cottonerp.partners.partner;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.partners.v1.Capabilities;
import com.cottonerp.contracts.partners.v1.PartnerApproved;
import com.cottonerp.contracts.partners.v1.PartnerCreated;
import com.cottonerp.contracts.partners.v1.PartnerCreditLimitChanged;
import com.cottonerp.contracts.partners.v1.PartnerDeactivated;
import com.cottonerp.contracts.partners.v1.PartnerEmployeeAccessChanged;
import com.cottonerp.contracts.partners.v1.PartnerEvent;
import com.cottonerp.contracts.partners.v1.PartnerKycExpired;
import com.cottonerp.contracts.partners.v1.PartnerKycRenewed;
import com.cottonerp.contracts.partners.v1.PartnerLocation;
import com.cottonerp.contracts.partners.v1.PartnerLocationAdded;
import com.cottonerp.contracts.partners.v1.PartnerLocationRemoved;
import com.cottonerp.contracts.partners.v1.PartnerLocationUpdated;
import com.cottonerp.contracts.partners.v1.PartnerReactivated;
import com.cottonerp.contracts.partners.v1.PartnerRelationshipsChanged;
import com.cottonerp.contracts.partners.v1.PartnerSnapshot;
import com.cottonerp.contracts.partners.v1.PartnerSuspended;
import com.cottonerp.contracts.partners.v1.PartnerUpdated;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.eventing.outbox.AggregateRoot;
import com.cottonerp.partners.applicant.Applicant;
import com.cottonerp.partners.applicant.Contact;
import com.cottonerp.partners.capabilities.CapabilityDetection;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A company that may trade (or serves those who do), within its limits and while its KYC is valid.
 *
 * <p>Long because everything that changes of a partner is published in one order: places, people
 * and amendments change here, too.
 */
@Entity
@Table(name = "business_partner")
public class BusinessPartner extends AggregateRoot {
  public static final int KYC_VALID_DAYS = 365;
  private static final int FIRST_MAX_EMPLOYEES = 2;

  @Id private UUID id;

  @Column(name = "application_id")
  private UUID applicationId;

  private String code;

  @Enumerated(EnumType.STRING)
  private PartnerStatus status;

  @Column(name = "status_reason")
  private String statusReason;

  @Enumerated(EnumType.STRING)
  @Column(name = "kyc_status")
  private KycStatus kycStatus;

  @Column(name = "kyc_verified_at")
  private Instant kycVerifiedAt;

  @Column(name = "kyc_expires_on")
  private LocalDate kycExpiresOn;

  @Column(name = "credit_limit")
  private BigDecimal creditLimit;

  @Column(name = "payment_terms_days")
  private int paymentTermsDays;

  @Column(name = "approved_by")
  private String approvedBy;

  @Column(name = "approved_at")
  private Instant approvedAt;

  @Column(name = "master_partner_id")
  private UUID masterPartnerId;

  @Column(name = "corporate_group_id")
  private UUID corporateGroupId;

  private BigDecimal rating;

  @Column(name = "max_employees")
  private int maxEmployees;

  @Embedded private TradingCapabilities capabilities;
  @Embedded private Applicant applicant;
  @Embedded private IdentityKeys keys;

  protected BusinessPartner() {}

  /** Where a partner comes from. */
  public record Origin(
      UUID applicationId, Applicant applicant, IdentityKeys keys, CapabilityDetection detection) {}

  /** Who approved it, and what was granted; the limit is in the applicant's currency. */
  public record Approval(String by, Instant at, BigDecimal creditLimit, int paymentTermsDays) {}

  public static BusinessPartner approve(UUID id, String code, Origin origin, Approval approval) {
    BusinessPartner partner = new BusinessPartner();
    partner.id = id;
    partner.code = code;
    partner.applicationId = origin.applicationId();
    partner.applicant = origin.applicant();
    partner.keys = origin.keys();
    partner.capabilities = TradingCapabilities.detected(origin.detection());
    partner.status = PartnerStatus.APPROVED;
    partner.kycStatus = KycStatus.VERIFIED;
    partner.kycVerifiedAt = approval.at();
    partner.kycExpiresOn = BusinessDay.of(approval.at()).plusDays(KYC_VALID_DAYS);
    partner.creditLimit = approval.creditLimit();
    partner.paymentTermsDays = approval.paymentTermsDays();
    partner.approvedBy = approval.by();
    partner.approvedAt = approval.at();
    partner.maxEmployees = FIRST_MAX_EMPLOYEES;
    partner.raise(new PartnerCreated(partner.snapshot()));
    partner.raise(partner.approved());
    return partner;
  }

  private PartnerApproved approved() {
    return new PartnerApproved(
        id, applicationId, approvedBy, approvedAt, limit(), paymentTermsDays, kycExpiresOn);
  }

  void suspend(String reason) {
    mustBeApproved();
    status = PartnerStatus.SUSPENDED;
    statusReason = reason;
    raise(new PartnerSuspended(id, reason));
  }

  /** For good; the caller has checked that no business is open. */
  void deactivate(String reason) {
    mustBeApproved();
    status = PartnerStatus.INACTIVE;
    statusReason = reason;
    raise(new PartnerDeactivated(id, reason));
  }

  private void mustBeApproved() {
    if (status != PartnerStatus.APPROVED) {
      throw new PartnerRefusal.PartnerNotApproved(id, status).refused();
    }
  }

  void reactivate(String reason, LocalDate today) {
    if (status != PartnerStatus.SUSPENDED) {
      throw new PartnerRefusal.PartnerNotSuspended(id, status).refused();
    }
    if (kycStatus != KycStatus.VERIFIED || kycExpiresOn.isBefore(today)) {
      throw new PartnerRefusal.KycNotValid(id, kycExpiresOn).refused();
    }
    status = PartnerStatus.APPROVED;
    statusReason = null;
    raise(new PartnerReactivated(id, reason));
  }

  /** Valid again for {@link #KYC_VALID_DAYS} days; a suspension stays until it is lifted. */
  public void kycPassed(Instant now) {
    mustNotBeInactive();
    kycStatus = KycStatus.VERIFIED;
    kycVerifiedAt = now;
    kycExpiresOn = BusinessDay.of(now).plusDays(KYC_VALID_DAYS);
    raise(new PartnerKycRenewed(id, kycStatus.toString(), kycExpiresOn));
  }

  /** Not valid any more, and the partner may not trade. */
  public void kycFailed(String reason) {
    mustNotBeInactive();
    expireKyc();
    if (status == PartnerStatus.APPROVED) {
      suspend(reason);
    }
  }

  /** Whether it was valid until now and its last day has passed. */
  public boolean kycExpires(LocalDate today) {
    return kycStatus == KycStatus.VERIFIED && kycExpiresOn.isBefore(today);
  }

  public void kycExpired(boolean suspend) {
    expireKyc();
    if (suspend && status == PartnerStatus.APPROVED) {
      suspend("KYC expired on " + kycExpiresOn);
    }
  }

  private void expireKyc() {
    kycStatus = KycStatus.EXPIRED;
    raise(new PartnerKycExpired(id, kycStatus.toString(), kycExpiresOn));
  }

  /** The amount is in the partner's currency. One person may lower a limit; raising takes two. */
  void lowerCreditLimit(BigDecimal amount, String reason) {
    mustNotBeInactive();
    if (amount.compareTo(creditLimit) > 0) {
      throw new PartnerRefusal.CreditLimitRaised(creditLimit).refused();
    }
    changeCreditLimit(amount, reason);
  }

  /** As an amendment asked for it, and somebody else decided. */
  public void raiseCreditLimit(BigDecimal amount, String reason) {
    mustNotBeInactive();
    changeCreditLimit(amount, reason);
  }

  private void changeCreditLimit(BigDecimal amount, String reason) {
    if (amount.compareTo(creditLimit) != 0) {
      Money old = limit();
      creditLimit = amount;
      raise(new PartnerCreditLimitChanged(id, old, limit(), reason));
    }
  }

  void relate(UUID masterId, UUID groupId) {
    mustNotBeInactive();
    if (!Objects.equals(masterId, masterPartnerId) || !Objects.equals(groupId, corporateGroupId)) {
      masterPartnerId = masterId;
      corporateGroupId = groupId;
      raise(new PartnerRelationshipsChanged(id, masterId, groupId));
    }
  }

  /**
   * Takes over changed facts.
   *
   * @param what the names of the changed facts, as published
   */
  public void changeFacts(Applicant changed, IdentityKeys changedKeys, List<String> what) {
    mustNotBeInactive();
    if (!changed.equals(applicant)) {
      applicant = changed;
      keys = changedKeys;
      raise(new PartnerUpdated(snapshot(), what));
    }
  }

  /** The same facts under another secret; also of who left: others compare with its keys. */
  public void rekey(IdentityKeys changedKeys) {
    if (!changedKeys.equals(keys)) {
      keys = changedKeys;
      raise(new PartnerUpdated(snapshot(), List.of("identityKeys")));
    }
  }

  void overrideCapabilities(Capabilities flags, String reason) {
    mustNotBeInactive();
    changeCapabilities(capabilities.overriddenWith(flags, reason));
  }

  /** What the documents say counts again, whatever was decided before. */
  void endOverride(CapabilityDetection detection) {
    mustNotBeInactive();
    if (!capabilities.overridden()) {
      throw new PartnerRefusal.CapabilitiesNotOverridden(id).refused();
    }
    changeCapabilities(TradingCapabilities.detected(detection));
  }

  /** After a decision on a document; a person's decision stays. */
  public void redetected(CapabilityDetection detection) {
    if (!capabilities.overridden() && status != PartnerStatus.INACTIVE) {
      changeCapabilities(TradingCapabilities.detected(detection));
    }
  }

  private void changeCapabilities(TradingCapabilities changed) {
    if (!changed.equals(capabilities)) {
      capabilities = changed;
      raise(capabilities.changed(id));
    }
  }

  /** How many people may act for it. */
  public void limitEmployees(int most) {
    mustNotBeInactive();
    maxEmployees = most;
  }

  public int maxEmployees() {
    return maxEmployees;
  }

  /** Returns the sequence of the event. Also of who left: a token may outlive a partner. */
  public long employeeAccessChanged(UUID employeeId, String userId, boolean allowed) {
    raise(new PartnerEmployeeAccessChanged(id, employeeId, userId, allowed));
    return lastSequence();
  }

  public void locationAdded(PartnerLocation location) {
    mustNotBeInactive();
    raise(new PartnerLocationAdded(id, location));
  }

  public void locationUpdated(PartnerLocation location) {
    mustNotBeInactive();
    raise(new PartnerLocationUpdated(id, location));
  }

  /** As {@link #rekey}. */
  public void locationRekeyed(PartnerLocation location) {
    raise(new PartnerLocationUpdated(id, location));
  }

  public void locationRemoved(PartnerLocation location) {
    mustNotBeInactive();
    raise(new PartnerLocationRemoved(id, location));
  }

  public void mustNotBeInactive() {
    if (status == PartnerStatus.INACTIVE) {
      throw new PartnerRefusal.PartnerInactive(id).refused();
    }
  }

  private PartnerSnapshot snapshot() {
    return new PartnerSnapshot(
        id,
        code,
        applicant.legalName(),
        applicant.tradeName(),
        applicant.entityClass().toString(),
        applicant.serviceProviderType() == null ? null : applicant.serviceProviderType().toString(),
        applicant.country(),
        applicant.address().state(),
        applicant.gstStateCode(),
        keys.panKey(),
        keys.taxIdKey(),
        keys.phoneKey(),
        keys.emailDomain(),
        masterPartnerId,
        corporateGroupId,
        capabilities.published(),
        status.toString(),
        kycStatus.toString(),
        kycExpiresOn,
        limit(),
        paymentTermsDays,
        rating,
        keys.hashKeyId(),
        keys.bankKey(),
        applicant.address().line(),
        applicant.address().city(),
        applicant.address().postalCode(),
        applicant.isAgriculturist());
  }

  Money limit() {
    return new Money(creditLimit, applicant.currency());
  }

  /** Never published. */
  public Contact contact() {
    return applicant.contact();
  }

  public String legalName() {
    return applicant.legalName();
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public String aggregateType() {
    return "BusinessPartner";
  }

  @Override
  public String topic() {
    return PartnerEvent.TOPIC;
  }

  public UUID applicationId() {
    return applicationId;
  }

  /** In the partner's currency. */
  public BigDecimal creditLimit() {
    return creditLimit;
  }

  public LocalDate kycExpiresOn() {
    return kycExpiresOn;
  }

  public Applicant applicant() {
    return applicant;
  }

  public TradingCapabilities capabilities() {
    return capabilities;
  }

  String code() {
    return code;
  }

  PartnerStatus status() {
    return status;
  }

  String statusReason() {
    return statusReason;
  }

  KycStatus kycStatus() {
    return kycStatus;
  }

  Instant kycVerifiedAt() {
    return kycVerifiedAt;
  }

  int paymentTermsDays() {
    return paymentTermsDays;
  }

  UUID masterPartnerId() {
    return masterPartnerId;
  }

  UUID corporateGroupId() {
    return corporateGroupId;
  }

  String approvedBy() {
    return approvedBy;
  }

  Instant approvedAt() {
    return approvedAt;
  }
}
