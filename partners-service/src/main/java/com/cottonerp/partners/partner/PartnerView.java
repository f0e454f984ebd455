package com.cottonerp.partners.partner;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.partners.v1.Capabilities;
import com.cottonerp.defaults.security.SubjectIds;
import com.cottonerp.partners.applicant.ApplicantView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A partner as the API shows it. */
public record PartnerView(
    UUID id,
    String code,
    UUID applicationId,
    PartnerStatus status,
    String statusReason,
    KycStatus kycStatus,
    Instant kycVerifiedAt,
    LocalDate kycExpiresOn,
    Money creditLimit,
    int paymentTermsDays,
    ApplicantView identity,
    Capabilities capabilities,
    List<String> capabilitiesDetectedFrom,
    boolean capabilitiesOverridden,
    UUID masterPartnerId,
    UUID corporateGroupId,
    int maxEmployees,
    String approvedBy,
    Instant approvedAt) {

  public static PartnerView of(BusinessPartner partner) {
    return new PartnerView(
        partner.id(),
        partner.code(),
        partner.applicationId(),
        partner.status(),
        partner.statusReason(),
        partner.kycStatus(),
        partner.kycVerifiedAt(),
        partner.kycExpiresOn(),
        partner.limit(),
        partner.paymentTermsDays(),
        ApplicantView.of(partner.applicant()),
        partner.capabilities().published(),
        partner.capabilities().markers(),
        partner.capabilities().overridden(),
        partner.masterPartnerId(),
        partner.corporateGroupId(),
        partner.maxEmployees(),
        SubjectIds.shown(partner.approvedBy()),
        partner.approvedAt());
  }
}
