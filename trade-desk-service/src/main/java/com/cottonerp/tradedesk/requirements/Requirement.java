package com.cottonerp.tradedesk.requirements;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.PostChange;
import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.contracts.trade.v1.QualityDemand;
import com.cottonerp.contracts.trade.v1.RequirementBlocked;
import com.cottonerp.contracts.trade.v1.RequirementCancelled;
import com.cottonerp.contracts.trade.v1.RequirementCreated;
import com.cottonerp.contracts.trade.v1.RequirementExpired;
import com.cottonerp.contracts.trade.v1.RequirementFulfilled;
import com.cottonerp.contracts.trade.v1.RequirementPartiallyFulfilled;
import com.cottonerp.contracts.trade.v1.RequirementPublished;
import com.cottonerp.contracts.trade.v1.RequirementSnapshot;
import com.cottonerp.contracts.trade.v1.RequirementUpdated;
import com.cottonerp.contracts.trade.v1.TradeEvent;
import com.cottonerp.eventing.outbox.AggregateRoot;
import com.cottonerp.tradedesk.posting.Changes;
import com.cottonerp.tradedesk.posting.Measure;
import com.cottonerp.tradedesk.posting.Post;
import com.cottonerp.tradedesk.posting.Region;
import com.cottonerp.tradedesk.posting.Visibility;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A wish to buy. Never more is bought for it than its highest quantity. */
@Entity
@Table(name = "requirement")
public class Requirement extends AggregateRoot implements Post {
  private static final Duration OPEN_FOR = Duration.ofDays(30);
  private static final int QUANTITY_SCALE = 3;
  private static final int PER_BASE_SCALE = 10;

  @Id private UUID id;
  private String number;

  @Column(name = "buyer_id")
  private UUID buyerId;

  @Column(name = "commodity_id")
  private UUID commodityId;

  @Enumerated(EnumType.STRING)
  private RequirementStatus status;

  /** Open as soon as risk lets it pass; otherwise it becomes a draft. */
  @Column(name = "publication_wanted")
  private boolean publicationWanted;

  @Column(name = "min_quantity")
  private BigDecimal min;

  @Column(name = "preferred_quantity")
  private BigDecimal preferred;

  @Column(name = "max_quantity")
  private BigDecimal max;

  /** The preferred quantity, or else the least: what the duplicate guard compares. */
  @Column(name = "wanted_quantity")
  private BigDecimal wanted;

  @Column(name = "purchased_quantity")
  private BigDecimal purchased;

  /** Agreed upon, but no trade yet. */
  @Column(name = "committed_quantity")
  private BigDecimal committed;

  @Column(name = "quantity_unit")
  private String quantityUnit;

  @Column(name = "quantity_factor")
  private BigDecimal quantityFactor;

  @Column(name = "base_unit")
  private String baseUnit;

  @Column(name = "max_price")
  private BigDecimal maxPrice;

  @Column(name = "preferred_price")
  private BigDecimal preferredPrice;

  @Column(name = "price_unit")
  private String priceUnit;

  @Column(name = "price_factor")
  private BigDecimal priceFactor;

  private String currency;

  @Column(name = "max_price_per_base_unit")
  private BigDecimal maxPricePerBaseUnit;

  @JdbcTypeCode(SqlTypes.JSON)
  private Places places;

  /** Follows the places. */
  private String[] reach;

  @Column(name = "branch_id")
  private UUID branchId;

  @Column(name = "blocked_internal_trades")
  private boolean blockedInternalTrades;

  @JdbcTypeCode(SqlTypes.JSON)
  private Quality quality;

  @Enumerated(EnumType.STRING)
  private Visibility visibility;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "invited_sellers")
  private Sellers invitedSellers;

  @Enumerated(EnumType.STRING)
  private RequirementBody.Urgency urgency;

  @Enumerated(EnumType.STRING)
  private RequirementBody.Intent intent;

  private String notes;

  @Column(name = "risk_status")
  private String riskStatus;

  @Column(name = "risk_score")
  private BigDecimal riskScore;

  @Column(name = "block_reasons")
  private String blockReasons;

  /** Its event that the next verdict has to be on. */
  @Column(name = "awaited_sequence")
  private long awaitedSequence;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_day")
  private LocalDate createdDay;

  @Column(name = "expires_at")
  private Instant expiresAt;

  /** One JSON object each, since the driver takes no JSON array. */
  record Places(List<PostPlace> all) {}

  record Quality(List<QualityDemand> demands) {}

  record Sellers(List<UUID> ids) {}

  /** Who posts, and what the read models say of it. */
  record Posting(
      UUID id,
      UUID buyerId,
      Measure measure,
      List<PostPlace> places,
      List<QualityDemand> quality,
      String by,
      Instant now) {}

  protected Requirement() {}

  static Requirement post(Posting posting, String number, RequirementBody body) {
    Requirement wish = new Requirement();
    wish.id = posting.id();
    wish.number = number;
    wish.buyerId = posting.buyerId();
    wish.commodityId = body.commodityId();
    wish.status = RequirementStatus.PENDING_RISK;
    wish.publicationWanted = !Boolean.FALSE.equals(body.publish());
    wish.purchased = BigDecimal.ZERO.setScale(QUANTITY_SCALE);
    wish.committed = BigDecimal.ZERO.setScale(QUANTITY_SCALE);
    wish.createdBy = posting.by();
    wish.createdAt = posting.now();
    wish.createdDay = LocalDate.ofInstant(posting.now(), ZoneOffset.UTC);
    wish.describe(posting, body);
    wish.raise(new RequirementCreated(wish.snapshot()));
    wish.awaitedSequence = wish.lastSequence();
    return wish;
  }

  private void describe(Posting posting, RequirementBody body) {
    Measure measure = posting.measure();
    quantityUnit = measure.quantityUnit();
    quantityFactor = measure.quantityFactor();
    baseUnit = measure.baseUnit();
    priceUnit = measure.priceUnit();
    priceFactor = measure.priceFactor();
    currency = measure.currency();
    min = body.minQuantity().setScale(QUANTITY_SCALE);
    preferred =
        body.preferredQuantity() == null ? null : body.preferredQuantity().setScale(QUANTITY_SCALE);
    max = body.maxQuantity().setScale(QUANTITY_SCALE);
    wanted = preferred == null ? min : preferred;
    maxPrice = body.maxPrice();
    preferredPrice = body.preferredPrice();
    maxPricePerBaseUnit =
        measure.pricePerBaseUnit(maxPrice).setScale(PER_BASE_SCALE, RoundingMode.HALF_UP);
    places = new Places(posting.places());
    reach = Reach.of(posting.places());
    branchId = body.branchId();
    blockedInternalTrades = !Boolean.FALSE.equals(body.blockedInternalTrades());
    quality = new Quality(posting.quality());
    visibility = body.visibility() == null ? Visibility.PUBLIC : body.visibility();
    invitedSellers = new Sellers(body.invitedSellers() == null ? List.of() : body.invitedSellers());
    urgency = body.urgency() == null ? RequirementBody.Urgency.NORMAL : body.urgency();
    intent = body.intent() == null ? RequirementBody.Intent.NEGOTIATION : body.intent();
    notes = body.notes();
    if (body.expiresAt() != null || expiresAt == null) {
      expiresAt = body.expiresAt() == null ? createdAt.plus(OPEN_FOR) : body.expiresAt();
    }
  }

  /** A changed requirement is judged again: until then it is matched with nothing more. */
  void update(Posting posting, RequirementBody body) {
    if (!status.isChangeable()) {
      throw new RequirementRefusal.RequirementNotOpen(id, status).refused();
    }
    if (purchased.signum() > 0) {
      throw new RequirementRefusal.AlreadyBought(id, purchased).refused();
    }
    mustHaveNothingCommitted();
    RequirementSnapshot before = snapshot();
    Terms termsBefore = terms();
    describe(posting, body);
    List<PostChange> changes = changesSince(before, termsBefore);
    if (!changes.isEmpty()) {
      publicationWanted = publicationWanted || status == RequirementStatus.ACTIVE;
      status = RequirementStatus.PENDING_RISK;
      raise(new RequirementUpdated(snapshot(), changes));
      awaitedSequence = lastSequence();
    }
  }

  /** What of a requirement decides who may sell, beside what is published of it. */
  private record Terms(UUID branchId, boolean blockedInternalTrades, List<UUID> sellers) {}

  private Terms terms() {
    return new Terms(branchId, blockedInternalTrades, invitedSellers.ids());
  }

  private List<PostChange> changesSince(RequirementSnapshot before, Terms termsBefore) {
    RequirementSnapshot after = snapshot();
    return new Changes()
        .note("minQuantity", before.minQuantity(), after.minQuantity())
        .note("preferredQuantity", before.preferredQuantity(), after.preferredQuantity())
        .note("maxQuantity", before.maxQuantity(), after.maxQuantity())
        .note("maxPrice", before.maxPrice(), after.maxPrice())
        .note("preferredPrice", before.preferredPrice(), after.preferredPrice())
        .note("deliveryPlaces", before.deliveryPlaces(), after.deliveryPlaces())
        .note("quality", before.quality(), after.quality())
        .note("visibility", before.visibility(), after.visibility())
        .note("expiresAt", before.expiresAt(), after.expiresAt())
        .note("branchId", termsBefore.branchId(), branchId)
        .note("blockedInternalTrades", termsBefore.blockedInternalTrades(), blockedInternalTrades)
        .note("invitedSellers", termsBefore.sellers(), invitedSellers.ids())
        .all();
  }

  /**
   * What risk said. Of one that waits for nothing (any more) only a FAIL counts.
   *
   * @param sequence which of its events was judged; null when risk does not say
   */
  void judged(String verdict, BigDecimal score, List<String> reasons, Long sequence) {
    if (sequence != null && sequence < awaitedSequence) {
      return;
    }
    riskStatus = verdict;
    riskScore = score;
    if (verdict.equals("FAIL") && status.isOpen()) {
      block(reasons);
    } else if (status == RequirementStatus.PENDING_RISK) {
      status = RequirementStatus.DRAFT;
      if (publicationWanted) {
        open();
      }
    }
  }

  void publish() {
    if (status != RequirementStatus.DRAFT) {
      throw new RequirementRefusal.RequirementNotDraft(id, status).refused();
    }
    publicationWanted = true;
    open();
  }

  private void open() {
    status = RequirementStatus.ACTIVE;
    raise(
        new RequirementPublished(
            id, buyerId, commodityId, riskStatus, riskScore == null ? null : riskScore.intValue()));
  }

  /** Closed for good. */
  void block(List<String> reasons) {
    status = RequirementStatus.BLOCKED;
    blockReasons = String.join(", ", reasons);
    raise(new RequirementBlocked(id, buyerId, commodityId, reasons));
  }

  /** The parties agreed on so much of it: nobody else can have that. */
  void commit(BigDecimal quantity) {
    mustBeWanted();
    if (quantity.compareTo(remaining()) > 0) {
      throw new RequirementRefusal.MoreThanRequired(quantity, remaining()).refused();
    }
    committed = committed.add(quantity);
  }

  /** No trade was made in time; true when it is wanted again. */
  boolean uncommit(BigDecimal quantity) {
    committed = committed.subtract(quantity).max(BigDecimal.ZERO);
    return status.isWanted();
  }

  /** A trade was made of what was agreed upon. */
  void bought(BigDecimal quantity, UUID tradeId) {
    mustBeWanted();
    BigDecimal before = purchased;
    committed = committed.subtract(quantity);
    purchased = purchased.add(quantity);
    if (purchased.compareTo(max) >= 0) {
      status = RequirementStatus.FULFILLED;
      raise(new RequirementFulfilled(id, buyerId, commodityId, purchased, quantityUnit, tradeId));
    } else if (purchased.compareTo(min) >= 0) {
      status = RequirementStatus.PARTIALLY_FULFILLED;
      raise(
          new RequirementPartiallyFulfilled(
              id, buyerId, commodityId, purchased, quantityUnit, tradeId));
    } else {
      purchasedChanged(before);
    }
  }

  /**
   * A trade that was made for it is cancelled; true when it is wanted again.
   *
   * @param givesWayTo why it may not be open again besides what its buyer posted since, such as
   *     POSTED_AGAIN; null when it may
   */
  boolean notBoughtAfterAll(BigDecimal quantity, String givesWayTo) {
    BigDecimal before = purchased;
    purchased = purchased.subtract(quantity);
    if (status == RequirementStatus.FULFILLED && givesWayTo != null) {
      status = RequirementStatus.CANCELLED;
      raise(new RequirementCancelled(id, buyerId, commodityId, givesWayTo));
      return false;
    }
    if (status == RequirementStatus.FULFILLED || status == RequirementStatus.PARTIALLY_FULFILLED) {
      status =
          purchased.compareTo(min) >= 0
              ? RequirementStatus.PARTIALLY_FULFILLED
              : RequirementStatus.ACTIVE;
    }
    purchasedChanged(before);
    return status.isWanted();
  }

  private void purchasedChanged(BigDecimal before) {
    raise(
        new RequirementUpdated(
            snapshot(), new Changes().note("purchasedQuantity", before, purchased).all()));
  }

  void cancel(String reason) {
    if (!status.isOpen()) {
      throw new RequirementRefusal.RequirementNotOpen(id, status).refused();
    }
    mustHaveNothingCommitted();
    status = RequirementStatus.CANCELLED;
    raise(new RequirementCancelled(id, buyerId, commodityId, reason));
  }

  private void mustHaveNothingCommitted() {
    if (committed.signum() > 0) {
      throw new RequirementRefusal.AgreedUpon(id, committed).refused();
    }
  }

  /** Whether its time is over and nothing of it is agreed upon. */
  boolean expires(Instant now) {
    return status.isOpen() && !now.isBefore(expiresAt) && committed.signum() == 0;
  }

  void expire() {
    status = RequirementStatus.EXPIRED;
    raise(new RequirementExpired(id, buyerId, commodityId));
  }

  /** Refuses unless it may be bought for. */
  public void mustBeWanted() {
    if (!status.isWanted()) {
      throw new RequirementRefusal.RequirementNotOpen(id, status).refused();
    }
  }

  private BigDecimal remaining() {
    return max.subtract(purchased).subtract(committed);
  }

  private Measure measure() {
    return new Measure(quantityUnit, quantityFactor, priceUnit, priceFactor, baseUnit, currency);
  }

  /** What its position is: what is still wanted, or else what may still be bought. */
  private BigDecimal open(BigDecimal bought) {
    return wanted.compareTo(bought) > 0 ? wanted.subtract(bought) : max.subtract(bought);
  }

  BigDecimal openBaseQuantity() {
    return measure().base(open(purchased));
  }

  BigDecimal openValue() {
    return measure().value(open(purchased), maxPrice);
  }

  private RequirementSnapshot snapshot() {
    return new RequirementSnapshot(
        id,
        buyerId,
        commodityId,
        places.all().stream()
            .map(PostPlace::locationId)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        number,
        places.all(),
        branchId,
        min,
        preferred,
        max,
        purchased,
        quantityUnit,
        measure().base(wanted),
        baseUnit,
        new Money(maxPrice, currency),
        preferredPrice == null ? null : new Money(preferredPrice, currency),
        priceUnit,
        maxPricePerBaseUnit,
        new Money(openValue(), currency),
        quality.demands(),
        visibility.name(),
        blockedInternalTrades,
        urgency.name(),
        intent.name(),
        status.name(),
        expiresAt);
  }

  /** What matching, negotiations and trades ask of it. */
  public Wish wish() {
    return new Wish(
        id,
        number,
        buyerId,
        commodityId,
        status,
        measure(),
        min,
        wanted,
        remaining(),
        maxPrice,
        preferredPrice,
        maxPricePerBaseUnit,
        places.all(),
        branchId,
        blockedInternalTrades,
        quality.demands(),
        visibility,
        invitedSellers.ids(),
        riskStatus,
        expiresAt);
  }

  @Override
  public String kind() {
    return "requirement";
  }

  @Override
  public UUID ownerId() {
    return buyerId;
  }

  @Override
  public boolean isVisibleTo(UUID partnerId) {
    if (buyerId.equals(partnerId)) {
      return true;
    }
    return status.isWanted() && visibility.admits(invitedSellers.ids(), partnerId);
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public String aggregateType() {
    return "Requirement";
  }

  @Override
  public String topic() {
    return TradeEvent.TOPIC;
  }

  public UUID buyerId() {
    return buyerId;
  }

  UUID commodityId() {
    return commodityId;
  }

  String baseUnit() {
    return baseUnit;
  }

  String currency() {
    return currency;
  }

  RequirementStatus status() {
    return status;
  }

  RequirementView view(boolean owner) {
    return new RequirementView(
        id,
        number,
        owner ? buyerId : null,
        commodityId,
        status,
        owner ? places.all() : places.all().stream().map(Region::of).toList(),
        owner ? branchId : null,
        min,
        preferred,
        max,
        purchased,
        committed,
        remaining(),
        quantityUnit,
        owner ? new Money(maxPrice, currency) : null,
        owner && preferredPrice != null ? new Money(preferredPrice, currency) : null,
        priceUnit,
        quality.demands(),
        visibility,
        owner ? invitedSellers.ids() : null,
        blockedInternalTrades,
        urgency,
        intent,
        owner ? notes : null,
        owner ? riskStatus : null,
        owner ? riskScore : null,
        owner ? blockReasons : null,
        createdAt,
        expiresAt);
  }
}
