package com.cottonerp.tradedesk.partnerdirectory;

import com.cottonerp.contracts.partners.v1.Capabilities;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** What rules ask about a partner. */
public record PartnerFacts(
    UUID partnerId,
    String legalName,
    String entityClass,
    String country,
    String status,
    String kycStatus,
    LocalDate kycExpiresOn,
    Capabilities capabilities,
    String taxIdKey,
    UUID masterPartnerId,
    UUID corporateGroupId,
    String state,
    BigDecimal rating) {

  public boolean isIndian() {
    return country.equals("IN");
  }
}
