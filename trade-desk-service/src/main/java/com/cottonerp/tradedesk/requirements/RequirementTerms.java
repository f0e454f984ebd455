package com.cottonerp.tradedesk.requirements;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.contracts.trade.v1.QualityDemand;
import com.cottonerp.tradedesk.posting.Changes;
import com.cottonerp.tradedesk.posting.Measure;
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
 * What the buyer says of a requirement. Replaced as a whole. Immutable.
 *
 * @param maxPrice the most that is paid for one price unit of the measure
 * @param preferredPrice null when the buyer does not say
 * @param maxPricePerBaseUnit follows from price and measure, rounded half up to ten decimals
 * @param reach follows from the places; see {@link Reach}
 * @param acceptsOtherStates whether goods may lie in other states than the places
 * @param freight what the buyer reckons for goods ex-gin, for the buyer only; null when it does not
 *     say
 * @param notes for the buyer only
 * @param namedTerms null in what is from before terms were named
 */
@Embeddable
public record RequirementTerms(
    @Embedded Measure measure,
    @Embedded Quantities quantities,
    @Column(name = "max_price") BigDecimal maxPrice,
    @Column(name = "preferred_price") BigDecimal preferredPrice,
    @Column(name = "max_price_per_base_unit") BigDecimal maxPricePerBaseUnit,
    @JdbcTypeCode(SqlTypes.JSON) @Column(name = "places") Places deliveryPlaces,
    @Column(name = "reach") String[] reach,
    @Column(name = "branch_id") UUID branchId,
    @Column(name = "blocked_internal_trades") boolean blockedInternalTrades,
    @JdbcTypeCode(SqlTypes.JSON) @Column(name = "quality") Quality qualityDemands,
    @Enumerated(EnumType.STRING) @Column(name = "visibility") Visibility visibility,
    @JdbcTypeCode(SqlTypes.JSON) @Column(name = "invited_sellers") Sellers sellers,
    @Enumerated(EnumType.STRING) @Column(name = "urgency") Urgency urgency,
    @Enumerated(EnumType.STRING) @Column(name = "intent") Intent intent,
    @Column(name = "accepts_other_states") boolean acceptsOtherStates,
    @Embedded Freight freight,
    @Column(name = "notes") String notes,
    @Column(name = "expires_at") Instant expiresAt,
    @JdbcTypeCode(SqlTypes.JSON) @Column(name = "trade_terms") NamedTerms namedTerms) {
  private static final int PER_BASE_SCALE = 10;

  /** One JSON object each, since the driver takes no JSON array. */
  record Places(List<PostPlace> all) {}

  record Quality(List<QualityDemand> demands) {}

  record Sellers(List<UUID> ids) {}

  /** With what follows from the others. */
  static RequirementTerms of(
      Measure measure,
      Quantities quantities,
      BigDecimal maxPrice,
      BigDecimal preferredPrice,
      List<PostPlace> places,
      UUID branchId,
      boolean blockedInternalTrades,
      List<QualityDemand> quality,
      Visibility visibility,
      List<UUID> invitedSellers,
      Urgency urgency,
      Intent intent,
      boolean acceptsOtherStates,
      Freight freight,
      String notes,
      Instant expiresAt,
      NamedTerms tradeTerms) {
    return new RequirementTerms(
        measure,
        quantities,
        maxPrice,
        preferredPrice,
        measure.pricePerBaseUnit(maxPrice).setScale(PER_BASE_SCALE, RoundingMode.HALF_UP),
        new Places(places),
        Reach.of(places, acceptsOtherStates),
        branchId,
        blockedInternalTrades,
        new Quality(quality),
        visibility,
        new Sellers(invitedSellers),
        urgency,
        intent,
        acceptsOtherStates,
        freight,
        notes,
        expiresAt,
        tradeTerms);
  }

  public List<PostPlace> places() {
    return deliveryPlaces.all();
  }

  public List<QualityDemand> quality() {
    return qualityDemands.demands();
  }

  /** The terms of trade that the buyer names. */
  public NamedTerms tradeTerms() {
    return NamedTerms.of(namedTerms);
  }

  public List<UUID> invitedSellers() {
    return sellers.ids();
  }

  /** Where its goods may lie. */
  public SearchArea searchArea() {
    return SearchArea.of(places(), acceptsOtherStates);
  }

  Money highestPrice() {
    return new Money(maxPrice, measure.currency());
  }

  /** Null when the buyer does not say. */
  Money likedPrice() {
    return preferredPrice == null ? null : new Money(preferredPrice, measure.currency());
  }

  /** What a quantity costs at most. */
  Money value(BigDecimal quantity) {
    return new Money(measure.value(quantity, maxPrice), measure.currency());
  }

  /** Null when the freight is flat, or not said. */
  BigDecimal perBaseUnitKm() {
    return freight == null ? null : freight.perBaseUnitKm();
  }

  /** Null when the freight goes by the kilometre, or is not said. */
  BigDecimal flatFreight() {
    return freight == null ? null : freight.flat();
  }

  /** What of it would be other than in these terms. */
  Changes changesTo(RequirementTerms next) {
    return new Changes()
        .note("minQuantity", quantities.min(), next.quantities.min())
        .note("preferredQuantity", quantities.preferred(), next.quantities.preferred())
        .note("maxQuantity", quantities.max(), next.quantities.max())
        .note("tolerancePercent", quantities.tolerancePercent(), next.quantities.tolerancePercent())
        .note("maxPrice", highestPrice(), next.highestPrice())
        .note("preferredPrice", likedPrice(), next.likedPrice())
        .note("deliveryPlaces", places(), next.places())
        .note("quality", quality(), next.quality())
        .note("visibility", visibility.name(), next.visibility.name())
        .note("expiresAt", expiresAt, next.expiresAt)
        .note("tradeTerms", tradeTerms().all(), next.tradeTerms().all())
        .note("branchId", branchId, next.branchId)
        .note("blockedInternalTrades", blockedInternalTrades, next.blockedInternalTrades)
        .note("invitedSellers", invitedSellers(), next.invitedSellers())
        .note("acceptsOtherStates", acceptsOtherStates, next.acceptsOtherStates)
        .note("freightPerBaseUnitKm", perBaseUnitKm(), next.perBaseUnitKm())
        .note("freightFlat", flatFreight(), next.flatFreight());
  }
}
