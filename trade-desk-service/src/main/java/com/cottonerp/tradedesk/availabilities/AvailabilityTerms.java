package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.ContractGoods;
import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.contracts.trade.v1.QualityValue;
import com.cottonerp.tradedesk.posting.Changes;
import com.cottonerp.tradedesk.posting.GridCell;
import com.cottonerp.tradedesk.posting.Measure;
import com.cottonerp.tradedesk.posting.PlaceState;
import com.cottonerp.tradedesk.posting.Visibility;
import com.cottonerp.tradedesk.tradeterms.NamedTerms;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What the seller says of an availability, beside how much there is. Replaced as a whole.
 * Immutable.
 *
 * @param price for one price unit of the measure; null = to be negotiated
 * @param pricePerBaseUnit follows from price and measure, rounded half up to ten decimals
 * @param locationId of the place; null when it is not a registered one
 * @param stateCode of the place, in the one code by which it is searched for
 * @param deliveryBasis what the price includes
 * @param cell of the place; see {@link GridCell}
 * @param notes for the seller only
 * @param cropYear the season, such as 2026-27; null when the seller names none, like the variety
 * @param namedTerms null in what is from before terms were named
 */
@Embeddable
public record AvailabilityTerms(
    @Embedded Measure measure,
    @Column(name = "min_order_quantity") BigDecimal minOrder,
    @Column(name = "partial_orders") boolean partialOrders,
    @Column(name = "price") BigDecimal price,
    @Column(name = "price_per_base_unit") BigDecimal pricePerBaseUnit,
    @JdbcTypeCode(SqlTypes.JSON) @Column(name = "place") PostPlace place,
    @Column(name = "location_id") UUID locationId,
    @Column(name = "state_code") String stateCode,
    @Column(name = "country") String country,
    @Column(name = "branch_id") UUID branchId,
    @Column(name = "blocked_for_branches") boolean blockedForBranches,
    @JdbcTypeCode(SqlTypes.JSON) @Column(name = "quality") Quality qualityValues,
    @Enumerated(EnumType.STRING) @Column(name = "visibility") Visibility visibility,
    @JdbcTypeCode(SqlTypes.JSON) @Column(name = "restricted_buyers") Buyers buyers,
    @Enumerated(EnumType.STRING) @Column(name = "delivery_basis") DeliveryBasis deliveryBasis,
    @Column(name = "cell") Integer cell,
    @Column(name = "notes") String notes,
    @Column(name = "expires_at") Instant expiresAt,
    @Column(name = "variety") String variety,
    @Column(name = "crop_year") String cropYear,
    @JdbcTypeCode(SqlTypes.JSON) @Column(name = "trade_terms") NamedTerms namedTerms) {
  private static final int PER_BASE_SCALE = 10;

  /** One JSON object each, since the driver takes no JSON array. */
  record Quality(List<QualityValue> values) {}

  record Buyers(List<UUID> ids) {}

  /** With what follows from the others. */
  static AvailabilityTerms of(
      Measure measure,
      BigDecimal minOrder,
      boolean partialOrders,
      BigDecimal price,
      PostPlace place,
      UUID branchId,
      boolean blockedForBranches,
      List<QualityValue> quality,
      Visibility visibility,
      List<UUID> restrictedBuyers,
      DeliveryBasis deliveryBasis,
      String notes,
      Instant expiresAt,
      String variety,
      String cropYear,
      NamedTerms tradeTerms) {
    return new AvailabilityTerms(
        measure,
        minOrder,
        partialOrders,
        price,
        price == null
            ? null
            : measure.pricePerBaseUnit(price).setScale(PER_BASE_SCALE, RoundingMode.HALF_UP),
        place,
        place.locationId(),
        PlaceState.code(place),
        place.country(),
        branchId,
        blockedForBranches,
        new Quality(quality),
        visibility,
        new Buyers(restrictedBuyers),
        deliveryBasis,
        GridCell.of(place),
        notes,
        expiresAt,
        variety,
        cropYear,
        tradeTerms);
  }

  public List<QualityValue> quality() {
    return qualityValues.values();
  }

  /** The terms of trade that the seller names. */
  public NamedTerms tradeTerms() {
    return NamedTerms.of(namedTerms);
  }

  /** What the goods are. */
  public ContractGoods goods() {
    return new ContractGoods(variety, cropYear, quality(), deliveryBasis.name());
  }

  public List<UUID> restrictedBuyers() {
    return buyers.ids();
  }

  /** Null when the price is to be negotiated. */
  Money money() {
    return price == null ? null : new Money(price, measure.currency());
  }

  /** What a quantity costs; 0 when the price is to be negotiated. */
  Money value(BigDecimal quantity) {
    return new Money(
        price == null ? BigDecimal.ZERO.setScale(2) : measure.value(quantity, price),
        measure.currency());
  }

  /** Whether it is one registered place, or one point, whatever its state is called. */
  boolean isSamePlace(AvailabilityTerms other) {
    return locationId == null
        ? other.locationId == null
            && country.equals(other.country)
            && place.latitude().compareTo(other.place.latitude()) == 0
            && place.longitude().compareTo(other.place.longitude()) == 0
        : locationId.equals(other.locationId);
  }

  /** What of it would be other than in these terms. */
  Changes changesTo(AvailabilityTerms next) {
    return new Changes()
        .note("price", money(), next.money())
        .note("visibility", visibility.name(), next.visibility.name())
        .note("quality", quality(), next.quality())
        .note("place", place, next.place)
        .note("minOrderQuantity", minOrder, next.minOrder)
        .note("expiresAt", expiresAt, next.expiresAt)
        .note("variety", variety, next.variety)
        .note("cropYear", cropYear, next.cropYear)
        .note("tradeTerms", tradeTerms().all(), next.tradeTerms().all())
        .note("partialOrders", partialOrders, next.partialOrders)
        .note("branchId", branchId, next.branchId)
        .note("blockedForBranches", blockedForBranches, next.blockedForBranches)
        .note("restrictedBuyers", restrictedBuyers(), next.restrictedBuyers())
        .note("quantityUnit", measure.quantityUnit(), next.measure.quantityUnit())
        .note("deliveryBasis", deliveryBasis.name(), next.deliveryBasis.name())
        .note("priceUnit", measure.priceUnit(), next.measure.priceUnit())
        .note("currency", measure.currency(), next.measure.currency());
  }
}
