package com.cottonerp.partners.onboarding;

import com.cottonerp.partners.identity.IndianIdentifiers;
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

  public boolean isServiceProvider() {
    return entityClass == EntityClass.SERVICE_PROVIDER;
  }

  /** The state of the GST registration; null without one. */
  public String gstStateCode() {
    return taxIdType == TaxIdType.GST ? IndianIdentifiers.stateCodeOf(taxIdNumber) : null;
  }
}
