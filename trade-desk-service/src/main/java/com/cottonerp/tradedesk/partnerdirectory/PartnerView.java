package com.cottonerp.tradedesk.partnerdirectory;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.partners.v1.Capabilities;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A partner as the API shows it; identity keys stay inside.
 *
 * @param serviceProviderType null of a business entity
 * @param state null of a partner abroad that has none
 * @param statusReason why it is suspended or inactive, or was taken back; null when it never was
 * @param kycExpiresOn the last day; null until its KYC is verified
 * @param rating 0 to 5; null while nobody rated it
 * @param masterPartnerId null of a partner that is no branch of another one
 * @param corporateGroupId null of a partner without a group
 * @param locations empty in lists
 * @param sequence of the last event that the view reflects
 * @param asOf when that event happened
 * @param appliedAt when that event was applied here
 */
public record PartnerView(
    UUID partnerId,
    String code,
    String legalName,
    @Nullable String tradeName,
    String entityClass,
    @Nullable String serviceProviderType,
    String country,
    @Nullable String state,
    String status,
    @Nullable @Schema(description = "Null of a partner that was never suspended or inactive")
        String statusReason,
    String kycStatus,
    @Nullable @Schema(description = "The last day; null until its KYC is verified")
        LocalDate kycExpiresOn,
    Money creditLimit,
    int paymentTermsDays,
    @Nullable
        @Schema(description = "0 to 5; null while nobody rated it")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal rating,
    Capabilities capabilities,
    @Nullable UUID masterPartnerId,
    @Nullable UUID corporateGroupId,
    @Schema(description = "Empty in lists") List<Location> locations,
    @Schema(description = "Of the last event that is reflected") long sequence,
    @Schema(description = "When the last event that is reflected happened") Instant asOf,
    @Schema(description = "When that event was applied here") Instant appliedAt) {

  /**
   * A place of the partner.
   *
   * @param latitude in degrees; null when the place is not located, and so is the longitude
   */
  @Schema(name = "DirectoryLocation")
  public record Location(
      UUID id,
      String type,
      String name,
      String city,
      @Nullable String state,
      String country,
      @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal latitude,
      @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal longitude,
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
