package com.cottonerp.tradedesk.partnerdirectory;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.partners.v1.Capabilities;
import com.cottonerp.contracts.partners.v1.PartnerCapabilitiesChanged;
import com.cottonerp.contracts.partners.v1.PartnerSnapshot;
import com.cottonerp.eventing.inbox.EventPosition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** One partner in the directory. Only the projection changes it. */
@Entity
@Table(name = "partner_directory")
public class DirectoryEntry {
  @Id
  @Column(name = "partner_id")
  UUID partnerId;

  String code;

  @Column(name = "legal_name")
  String legalName;

  @Column(name = "trade_name")
  String tradeName;

  @Column(name = "entity_class")
  String entityClass;

  @Column(name = "service_provider_type")
  String serviceProviderType;

  String country;
  String state;

  @Column(name = "state_code")
  String stateCode;

  @Column(name = "pan_key")
  String panKey;

  @Column(name = "tax_id_key")
  String taxIdKey;

  @Column(name = "phone_key")
  String phoneKey;

  @Column(name = "email_domain")
  String emailDomain;

  @Column(name = "master_partner_id")
  UUID masterPartnerId;

  @Column(name = "corporate_group_id")
  UUID corporateGroupId;

  @Column(name = "domestic_buy_india")
  boolean domesticBuyIndia;

  @Column(name = "domestic_sell_india")
  boolean domesticSellIndia;

  @Column(name = "domestic_buy_home_country")
  boolean domesticBuyHomeCountry;

  @Column(name = "domestic_sell_home_country")
  boolean domesticSellHomeCountry;

  @Column(name = "import_allowed")
  boolean importAllowed;

  @Column(name = "export_allowed")
  boolean exportAllowed;

  String status;

  @Column(name = "status_reason")
  String statusReason;

  @Column(name = "kyc_status")
  String kycStatus;

  @Column(name = "kyc_expires_on")
  LocalDate kycExpiresOn;

  @Column(name = "credit_limit")
  BigDecimal creditLimit;

  @Column(name = "credit_currency")
  String creditCurrency;

  @Column(name = "payment_terms_days")
  int paymentTermsDays;

  BigDecimal rating;
  long sequence;

  @Column(name = "as_of")
  Instant asOf;

  @Column(name = "applied_at")
  Instant appliedAt;

  @Column(name = "address_line")
  String addressLine;

  String city;

  @Column(name = "postal_code")
  String postalCode;

  boolean agriculturist;

  void reflects(EventPosition position, Instant now) {
    sequence = position.sequence();
    asOf = position.occurredAt();
    appliedAt = now;
  }

  void replaceWith(PartnerSnapshot partner) {
    partnerId = partner.partnerId();
    code = partner.code();
    legalName = partner.legalName();
    tradeName = partner.tradeName();
    entityClass = partner.entityClass();
    serviceProviderType = partner.serviceProviderType();
    country = partner.country();
    state = partner.state();
    stateCode = partner.stateCode();
    panKey = partner.panKey();
    taxIdKey = partner.taxIdKey();
    phoneKey = partner.phoneKey();
    emailDomain = partner.emailDomain();
    relatedTo(partner.masterPartnerId(), partner.corporateGroupId());
    capabilities(partner.capabilities());
    status = partner.status();
    kyc(partner.kycStatus(), partner.kycExpiresOn());
    creditLimit(partner.creditLimit());
    paymentTermsDays = partner.paymentTermsDays();
    rating = partner.rating();
    addressLine = partner.addressLine();
    city = partner.city();
    postalCode = partner.postalCode();
    agriculturist = Boolean.TRUE.equals(partner.agriculturist());
  }

  void relatedTo(UUID master, UUID group) {
    masterPartnerId = master;
    corporateGroupId = group;
  }

  void capabilities(PartnerCapabilitiesChanged changed) {
    capabilities(
        new Capabilities(
            changed.domesticBuyIndia(),
            changed.domesticSellIndia(),
            changed.domesticBuyHomeCountry(),
            changed.domesticSellHomeCountry(),
            changed.importAllowed(),
            changed.exportAllowed()));
  }

  private void capabilities(Capabilities capabilities) {
    domesticBuyIndia = capabilities.domesticBuyIndia();
    domesticSellIndia = capabilities.domesticSellIndia();
    domesticBuyHomeCountry = capabilities.domesticBuyHomeCountry();
    domesticSellHomeCountry = capabilities.domesticSellHomeCountry();
    importAllowed = capabilities.importAllowed();
    exportAllowed = capabilities.exportAllowed();
  }

  void status(String newStatus, String reason) {
    status = newStatus;
    statusReason = reason;
  }

  void kyc(String newStatus, LocalDate expiresOn) {
    kycStatus = newStatus;
    kycExpiresOn = expiresOn;
  }

  void creditLimit(Money limit) {
    creditLimit = limit.amount();
    creditCurrency = limit.currency();
  }

  public PartnerFacts facts() {
    return new PartnerFacts(
        partnerId,
        legalName,
        entityClass,
        country,
        status,
        kycStatus,
        kycExpiresOn,
        capabilities(),
        taxIdKey,
        masterPartnerId,
        corporateGroupId,
        state,
        rating);
  }

  /** Where the partner is registered, as a branch that ships and receives nothing. */
  public Branch registeredOffice() {
    return new Branch(
        partnerId,
        legalName,
        addressLine,
        city == null ? state : city,
        state,
        stateCode,
        postalCode,
        country,
        false,
        false,
        false,
        false,
        false,
        null,
        List.of(),
        taxIdKey != null,
        false,
        false);
  }

  public boolean isAgriculturist() {
    return agriculturist;
  }

  Capabilities capabilities() {
    return new Capabilities(
        domesticBuyIndia,
        domesticSellIndia,
        domesticBuyHomeCountry,
        domesticSellHomeCountry,
        importAllowed,
        exportAllowed);
  }
}
