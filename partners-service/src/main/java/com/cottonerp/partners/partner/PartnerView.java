package com.cottonerp.partners.partner;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.partners.v1.Capabilities;
import com.cottonerp.defaults.security.SubjectIds;
import com.cottonerp.partners.applicant.ApplicantView;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A partner as the API shows it.
 *
 * @param statusReason why it is suspended or inactive; null while it is approved
 * @param kycExpiresOn the last day, in India, on which the KYC is valid
 * @param creditLimit in the applicant's currency
 * @param masterPartnerId null, as corporateGroupId, when the partner belongs to none
 * @param approvedBy the opaque id of a user; null of an approval without a decision, or from before
 *     ids were opaque
 */
public record PartnerView(
    UUID id,
    String code,
    UUID applicationId,
    PartnerStatus status,
    @Nullable @Schema(description = "Why it is suspended or inactive; null while it is approved")
        String statusReason,
    KycStatus kycStatus,
    Instant kycVerifiedAt,
    @Schema(description = "The last day, in India, on which the KYC is valid")
        LocalDate kycExpiresOn,
    Money creditLimit,
    @Schema(description = "0: payment at once") int paymentTermsDays,
    ApplicantView identity,
    Capabilities capabilities,
    List<String> capabilitiesDetectedFrom,
    boolean capabilitiesOverridden,
    @Nullable UUID masterPartnerId,
    @Nullable UUID corporateGroupId,
    int maxEmployees,
    @Nullable
        @Schema(
            description =
                "An opaque id; null of an approval without a decision, or from before ids were opaque")
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
