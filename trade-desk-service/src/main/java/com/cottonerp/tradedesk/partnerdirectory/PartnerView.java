package com.cottonerp.tradedesk.partnerdirectory;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.partners.v1.Capabilities;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A partner as the API shows it; identity keys stay inside. */
public record PartnerView(
    UUID partnerId,
    String code,
    String legalName,
    String tradeName,
    String entityClass,
    String serviceProviderType,
    String country,
    String state,
    String status,
    String statusReason,
    String kycStatus,
    LocalDate kycExpiresOn,
    Money creditLimit,
    int paymentTermsDays,
    BigDecimal rating,
    Capabilities capabilities,
    UUID masterPartnerId,
    UUID corporateGroupId,
    List<Location> locations,
    long sequence,
    Instant asOf,
    Instant appliedAt) {

  public record Location(
      UUID id,
      String type,
      String name,
      String city,
      String state,
      String country,
      BigDecimal latitude,
      BigDecimal longitude,
      boolean canShip,
      boolean canReceive) {}

  static PartnerView of(DirectoryEntry entry, List<DirectoryLocation> places) {
    return new PartnerView(
        entry.partnerId,
        entry.code,
        entry.legalName,
        entry.tradeName,
        entry.entityClass,
        entry.serviceProviderType,
        entry.country,
        entry.state,
        entry.status,
        entry.statusReason,
        entry.kycStatus,
        entry.kycExpiresOn,
        new Money(entry.creditLimit, entry.creditCurrency),
        entry.paymentTermsDays,
        entry.rating,
        entry.capabilities(),
        entry.masterPartnerId,
        entry.corporateGroupId,
        places.stream().map(PartnerView::location).toList(),
        entry.sequence,
        entry.asOf,
        entry.appliedAt);
  }

  private static Location location(DirectoryLocation place) {
    return new Location(
        place.locationId,
        place.type,
        place.name,
        place.city,
        place.state,
        place.country,
        place.latitude,
        place.longitude,
        place.canShip,
        place.canReceive);
  }
}
