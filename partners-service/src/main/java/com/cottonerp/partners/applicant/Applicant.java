package com.cottonerp.partners.applicant;

import com.cottonerp.partners.identity.IdentityKeys;
import com.cottonerp.partners.identity.KeyedHashes;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;

/**
 * What an applicant says of itself; an approved application hands it on to the partner unchanged.
 */
@Embeddable
public record Applicant(
    @Enumerated(EnumType.STRING) @Column(name = "entity_class") EntityClass entityClass,
    @Enumerated(EnumType.STRING) @Column(name = "service_provider_type")
        ServiceProviderType serviceProviderType,
    @Enumerated(EnumType.STRING) @Column(name = "business_entity_type")
        BusinessEntityType businessEntityType,
    @Column(name = "legal_name") String legalName,
    @Column(name = "trade_name") String tradeName,
    String country,
    @Column(name = "registration_date") LocalDate registrationDate,
    @Enumerated(EnumType.STRING) @Column(name = "tax_id_type") TaxIdType taxIdType,
    @Column(name = "tax_id_number") String taxIdNumber,
    @Column(name = "pan_number") String panNumber,
    @Enumerated(EnumType.STRING) @Column(name = "no_gst_reason") NoGstReason noGstReason,
    String currency,
    @Column(name = "has_quality_lab") boolean hasQualityLab,
    @Column(name = "can_arrange_transport") boolean canArrangeTransport,
    @Embedded BankAccount bank,
    @Embedded Address address,
    @Embedded Contact contact) {

  public boolean isIndian() {
    return country.equals("IN");
  }

  /** Sells what it grows, without a registration for GST. */
  public boolean isAgriculturist() {
    return noGstReason == NoGstReason.AGRICULTURIST && taxIdNumber == null;
  }

  public boolean isServiceProvider() {
    return entityClass == EntityClass.SERVICE_PROVIDER;
  }

  /** The state of the GST registration; null without one. */
  public String gstStateCode() {
    return taxIdType == TaxIdType.GST ? taxIdNumber.substring(0, 2) : null;
  }

  /** What may leave this context of its identity. */
  public IdentityKeys keys(KeyedHashes hashes) {
    return hashes.of(
        panNumber,
        taxIdNumber,
        contact.phone(),
        contact.email(),
        KeyedHashes.account(bank.accountNumber(), bank.routingCode()));
  }

  /** With other facts of its business. */
  public Applicant withTradeFacts(String newTradeName, boolean lab, boolean transport) {
    return with(newTradeName, lab, transport, taxId(), bank, address, contact);
  }

  /** Paid elsewhere. */
  public Applicant withBank(BankAccount newBank) {
    return with(tradeName, hasQualityLab, canArrangeTransport, taxId(), newBank, address, contact);
  }

  /** Moved. */
  public Applicant withAddress(Address newAddress) {
    return with(tradeName, hasQualityLab, canArrangeTransport, taxId(), bank, newAddress, contact);
  }

  /** With another person to talk to. */
  public Applicant withContact(Contact newContact) {
    return with(tradeName, hasQualityLab, canArrangeTransport, taxId(), bank, address, newContact);
  }

  /** Registered anew for tax; a type and number of null = not registered. */
  public Applicant withTaxId(TaxIdType newType, String newNumber, NoGstReason newReason) {
    return with(
        tradeName,
        hasQualityLab,
        canArrangeTransport,
        new TaxId(newType, newNumber, newReason),
        bank,
        address,
        contact);
  }

  /** The same in the spelling in which it is kept. */
  Applicant withNames(String legal, String trade, Address where, Contact who) {
    return new Applicant(
        entityClass,
        serviceProviderType,
        businessEntityType,
        legal,
        trade,
        country,
        registrationDate,
        taxIdType,
        taxIdNumber,
        panNumber,
        noGstReason,
        currency,
        hasQualityLab,
        canArrangeTransport,
        bank,
        where,
        who);
  }

  private record TaxId(TaxIdType type, String number, NoGstReason noGstReason) {}

  private TaxId taxId() {
    return new TaxId(taxIdType, taxIdNumber, noGstReason);
  }

  private Applicant with(
      String newTradeName,
      boolean lab,
      boolean transport,
      TaxId tax,
      BankAccount newBank,
      Address newAddress,
      Contact newContact) {
    return new Applicant(
        entityClass,
        serviceProviderType,
        businessEntityType,
        legalName,
        newTradeName,
        country,
        registrationDate,
        tax.type(),
        tax.number(),
        panNumber,
        tax.noGstReason(),
        currency,
        lab,
        transport,
        newBank,
        newAddress,
        newContact);
  }
}
