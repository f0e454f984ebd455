package com.cottonerp.risk.partnerprofiles;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.partners.v1.PartnerSnapshot;
import com.cottonerp.eventing.inbox.EventPosition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The facts about one partner that risk needs. Only the projection changes this row. */
@Entity
@Table(name = "partner_profile")
public class PartnerProfile {
  @Id
  @Column(name = "partner_id")
  UUID partnerId;

  String country;

  @Column(name = "state_code")
  String stateCode;

  @Column(name = "pan_key")
  String panKey;

  @Column(name = "tax_id_key")
  String taxIdKey;

  @Column(name = "phone_key")
  String phoneKey;

  @Column(name = "bank_key")
  String bankKey;

  @Column(name = "email_domain")
  String emailDomain;

  @Column(name = "master_partner_id")
  UUID masterPartnerId;

  @Column(name = "corporate_group_id")
  UUID corporateGroupId;

  String status;

  @Column(name = "kyc_expires_on")
  LocalDate kycExpiresOn;

  @Column(name = "credit_limit")
  BigDecimal creditLimit;

  @Column(name = "credit_currency")
  String creditCurrency;

  BigDecimal rating;

  @Column(name = "import_allowed")
  boolean importAllowed;

  @Column(name = "export_allowed")
  boolean exportAllowed;

  long sequence;

  @Column(name = "as_of")
  Instant asOf;

  void reflects(EventPosition position) {
    sequence = position.sequence();
    asOf = position.occurredAt();
  }

  void replaceWith(PartnerSnapshot partner) {
    partnerId = partner.partnerId();
    country = partner.country();
    stateCode = partner.stateCode();
    panKey = partner.panKey();
    taxIdKey = partner.taxIdKey();
    phoneKey = partner.phoneKey();
    bankKey = partner.bankKey();
    emailDomain = partner.emailDomain();
    masterPartnerId = partner.masterPartnerId();
    corporateGroupId = partner.corporateGroupId();
    status = partner.status();
    kycExpiresOn = partner.kycExpiresOn();
    creditLimit(partner.creditLimit());
    rating = partner.rating();
    importAllowed = partner.capabilities().importAllowed();
    exportAllowed = partner.capabilities().exportAllowed();
  }

  void creditLimit(Money limit) {
    creditLimit = limit.amount();
    creditCurrency = limit.currency();
  }

  Money limit() {
    return new Money(creditLimit, creditCurrency);
  }

  PartnerCredit credit() {
    return new PartnerCredit(limit(), rating, country, importAllowed, exportAllowed);
  }

  PartnerKeys keys() {
    return new PartnerKeys(
        partnerId,
        panKey,
        taxIdKey,
        phoneKey,
        emailDomain,
        masterPartnerId,
        corporateGroupId,
        bankKey);
  }
}
