package com.cottonerp.partners.partner;

import com.cottonerp.partners.applicant.ApplicantView;
import com.cottonerp.partners.identity.Identifier;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** A partner as a line of a file; all of it is text. */
@JsonPropertyOrder({
  "code",
  "legalName",
  "tradeName",
  "entityClass",
  "status",
  "kycStatus",
  "kycExpiresOn",
  "country",
  "state",
  "city",
  "taxId",
  "pan",
  "creditLimit",
  "currency",
  "paymentTermsDays",
  "approvedAt",
  "id"
})
record PartnerLine(
    String code,
    String legalName,
    String tradeName,
    String entityClass,
    String status,
    String kycStatus,
    String kycExpiresOn,
    String country,
    String state,
    String city,
    String taxId,
    String pan,
    String creditLimit,
    String currency,
    String paymentTermsDays,
    String approvedAt,
    String id) {

  static PartnerLine of(PartnerView partner, boolean sensitive) {
    ApplicantView identity = partner.identity();
    return new PartnerLine(
        partner.code(),
        identity.legalName(),
        identity.tradeName(),
        identity.entityClass().toString(),
        partner.status().toString(),
        partner.kycStatus().toString(),
        partner.kycExpiresOn().toString(),
        identity.country(),
        identity.address().state(),
        identity.address().city(),
        shown(identity.taxIdNumber(), sensitive),
        shown(identity.panNumber(), sensitive),
        partner.creditLimit().amount().toPlainString(),
        partner.creditLimit().currency(),
        Integer.toString(partner.paymentTermsDays()),
        partner.approvedAt().toString(),
        partner.id().toString());
  }

  private static String shown(Identifier identifier, boolean sensitive) {
    return identifier == null ? null : identifier.shown(sensitive);
  }
}
