package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.AvailabilityActivated;
import com.cottonerp.contracts.trade.v1.AvailabilityBlocked;
import com.cottonerp.contracts.trade.v1.AvailabilityCancelled;
import com.cottonerp.contracts.trade.v1.AvailabilityExpired;
import com.cottonerp.contracts.trade.v1.AvailabilityPosted;
import com.cottonerp.contracts.trade.v1.AvailabilityReleased;
import com.cottonerp.contracts.trade.v1.AvailabilityReserved;
import com.cottonerp.contracts.trade.v1.AvailabilitySnapshot;
import com.cottonerp.contracts.trade.v1.AvailabilitySold;
import com.cottonerp.contracts.trade.v1.AvailabilityUpdated;
import com.cottonerp.contracts.trade.v1.PostChange;
import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.contracts.trade.v1.QualityValue;
import com.cottonerp.contracts.trade.v1.TradeEvent;
import com.cottonerp.defaults.foureyes.Contributors;
import com.cottonerp.defaults.foureyes.Editors;
import com.cottonerp.defaults.foureyes.Part;
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
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An offer to sell. Its quantities add up, whatever happens. */
@Entity
@Table(name = "availability")
public class Availability extends AggregateRoot implements Post {
  private static final Duration OPEN_FOR = Duration.ofDays(30);
  private static final int PER_BASE_SCALE = 10;

  @Id private UUID id;

  @Column(name = "seller_id")
  private UUID sellerId;

  @Column(name = "commodity_id")
  private UUID commodityId;

  @Enumerated(EnumType.STRING)
  private AvailabilityStatus status;

  /** Whether somebody has to approve it besides risk: NOT_NEEDED, PENDING or APPROVED. */
  @Enumerated(EnumType.STRING)
  private Approval approval;

  @Column(name = "approved_by")
  private String approvedBy;

  @Column(name = "total_quantity")
  private BigDecimal total;

  @Column(name = "available_quantity")
  private BigDecimal available;

  @Column(name = "reserved_quantity")
  private BigDecimal reserved;

  @Column(name = "sold_quantity")
  private BigDecimal sold;

  @Column(name = "quantity_unit")
  private String quantityUnit;

  @Column(name = "quantity_factor")
  private BigDecimal quantityFactor;

  @Column(name = "base_unit")
  private String baseUnit;

  @Column(name = "min_order_quantity")
  private BigDecimal minOrder;

  @Column(name = "partial_orders")
  private boolean partialOrders;

  private BigDecimal price;

  @Column(name = "price_unit")
  private String priceUnit;

  @Column(name = "price_factor")
  private BigDecimal priceFactor;

  private String currency;

  @Column(name = "price_per_base_unit")
  private BigDecimal pricePerBaseUnit;

  @Column(name = "location_id")
  private UUID locationId;

  @JdbcTypeCode(SqlTypes.JSON)
  private PostPlace place;

  @Column(name = "state_code")
  private String stateCode;

  private String country;

  @Column(name = "branch_id")
  private UUID branchId;

  @Column(name = "blocked_for_branches")
  private boolean blockedForBranches;

  @JdbcTypeCode(SqlTypes.JSON)
  private Quality quality;

  @Enumerated(EnumType.STRING)
  private Visibility visibility;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "restricted_buyers")
  private Buyers restrictedBuyers;

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

  /** Null in offers from before editors were recorded. */
  @JdbcTypeCode(SqlTypes.JSON)
  private Editors editors;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_day")
  private LocalDate createdDay;

  @Column(name = "expires_at")
  private Instant expiresAt;

  /** Whether somebody has to approve an offer besides risk. */
  enum Approval {
    NOT_NEEDED,
    PENDING,
    APPROVED
  }

  /** One JSON object each, since the driver takes no JSON array. */
  record Quality(List<QualityValue> values) {}

  record Buyers(List<UUID> ids) {}

  /** Who posts, and what the read models say of it. */
  record Posting(
      UUID id,
      UUID sellerId,
      Measure measure,
      PostPlace place,
      List<QualityValue> quality,
      boolean approvalNeeded,
      String by,
      Instant now) {}

  protected Availability() {}

  static Availability post(Posting posting, AvailabilityBody body) {
    Availability offer = new Availability();
    offer.id = posting.id();
    offer.sellerId = posting.sellerId();
    offer.commodityId = body.commodityId();
    offer.status = AvailabilityStatus.PENDING_RISK;
    offer.approval = posting.approvalNeeded() ? Approval.PENDING : Approval.NOT_NEEDED;
    offer.reserved = BigDecimal.ZERO.setScale(3);
    offer.sold = BigDecimal.ZERO.setScale(3);
    offer.createdBy = posting.by();
    offer.createdAt = posting.now();
    offer.createdDay = LocalDate.ofInstant(posting.now(), ZoneOffset.UTC);
    offer.describe(posting, body);
    offer.raise(new AvailabilityPosted(offer.snapshot()));
    offer.awaitedSequence = offer.lastSequence();
    return offer;
  }

  private void describe(Posting posting, AvailabilityBody body) {
    Measure measure = posting.measure();
    quantityUnit = measure.quantityUnit();
    quantityFactor = measure.quantityFactor();
    baseUnit = measure.baseUnit();
    priceUnit = measure.priceUnit();
    priceFactor = measure.priceFactor();
    currency = measure.currency();
    total = body.totalQuantity().setScale(3);
    available = total.subtract(reserved).subtract(sold);
    minOrder = body.minOrderQuantity();
    partialOrders = !Boolean.FALSE.equals(body.partialOrders());
    price = body.price();
    pricePerBaseUnit =
        price == null
            ? null
            : measure.pricePerBaseUnit(price).setScale(PER_BASE_SCALE, RoundingMode.HALF_UP);
    place = posting.place();
    locationId = place.locationId();
    stateCode = place.stateCode();
    country = place.country();
    branchId = body.branchId();
    blockedForBranches = body.blockedForBranches();
    quality = new Quality(posting.quality());
    visibility = body.visibility() == null ? Visibility.PUBLIC : body.visibility();
    restrictedBuyers =
        new Buyers(body.restrictedBuyers() == null ? List.of() : body.restrictedBuyers());
    notes = body.notes();
    if (body.expiresAt() != null || expiresAt == null) {
      expiresAt = body.expiresAt() == null ? createdAt.plus(OPEN_FOR) : body.expiresAt();
    }
  }

  /** A changed offer is judged again: until then nothing more of it is reserved. */
  void update(Posting posting, AvailabilityBody body) {
    editors = Editors.of(editors).and(posting.by());
    mustBeOpen();
    BigDecimal committed = reserved.add(sold);
    if (body.totalQuantity().compareTo(committed) < 0) {
      throw new AvailabilityRefusal.TotalBelowCommitted(body.totalQuantity(), committed).refused();
    }
    if (committed.signum() > 0 && !posting.measure().countsLike(measure())) {
      throw new AvailabilityRefusal.UnitChanged(id, quantityUnit).refused();
    }
    if (reserved.signum() > 0) {
      mustStay("priceUnit", posting.measure().pricesLike(measure()));
      mustStay("place", isSamePlace(posting.place()));
      mustStay("quality", posting.quality().equals(quality.values()));
    }
    AvailabilitySnapshot before = snapshot();
    Terms termsBefore = terms();
    describe(posting, body);
    List<PostChange> changes = changesSince(before, termsBefore);
    if (!changes.isEmpty()) {
      boolean soldOut = available.signum() == 0 && reserved.signum() == 0;
      status = soldOut ? AvailabilityStatus.SOLD : AvailabilityStatus.PENDING_RISK;
      approval = posting.approvalNeeded() ? Approval.PENDING : Approval.NOT_NEEDED;
      raise(new AvailabilityUpdated(snapshot(), changes));
      awaitedSequence = lastSequence();
    }
  }

  /** What somebody agreed to, or stock is held for, does not change under it. */
  private void mustStay(String field, boolean same) {
    if (!same) {
      throw new AvailabilityRefusal.StockHeld(id, field).refused();
    }
  }

  private boolean isSamePlace(PostPlace other) {
    return locationId == null ? place.equals(other) : locationId.equals(other.locationId());
  }

  /** What of an offer decides who gets it, beside what is published of it. */
  private record Terms(
      boolean partialOrders,
      UUID branchId,
      boolean blockedForBranches,
      List<UUID> buyers,
      Measure measure) {}

  private Terms terms() {
    return new Terms(
        partialOrders, branchId, blockedForBranches, restrictedBuyers.ids(), measure());
  }

  private List<PostChange> changesSince(AvailabilitySnapshot before, Terms termsBefore) {
    AvailabilitySnapshot after = snapshot();
    return new Changes()
        .note("price", before.price(), after.price())
        .note("totalQuantity", before.totalQuantity(), after.totalQuantity())
        .note("visibility", before.visibility(), after.visibility())
        .note("quality", before.quality(), after.quality())
        .note("place", before.place(), after.place())
        .note("minOrderQuantity", before.minOrderQuantity(), after.minOrderQuantity())
        .note("expiresAt", before.expiresAt(), after.expiresAt())
        .note("partialOrders", termsBefore.partialOrders(), partialOrders)
        .note("branchId", termsBefore.branchId(), branchId)
        .note("blockedForBranches", termsBefore.blockedForBranches(), blockedForBranches)
        .note("restrictedBuyers", termsBefore.buyers(), restrictedBuyers.ids())
        .note("quantityUnit", before.quantityUnit(), after.quantityUnit())
        .note("priceUnit", before.priceUnit(), after.priceUnit())
        .note("currency", termsBefore.measure().currency(), currency)
        .all();
  }

  /**
   * What risk said. Of an offer that waits for nothing (any more) only a FAIL counts.
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
    } else if (status == AvailabilityStatus.PENDING_RISK) {
      if (approval == Approval.PENDING) {
        status = AvailabilityStatus.PENDING_APPROVAL;
      } else {
        activate();
      }
    }
  }

  /** Closed for good, whatever is still reserved of it. */
  void block(List<String> reasons) {
    status = AvailabilityStatus.BLOCKED;
    blockReasons = String.join(", ", reasons);
    raise(new AvailabilityBlocked(id, sellerId, commodityId, reasons));
  }

  /** Who made and who changed it. */
  Contributors contributors() {
    return Contributors.to("offer")
        .with(Part.MADE, createdBy)
        .with(Part.CHANGED, Editors.of(editors).users());
  }

  void approve(String by) {
    if (status != AvailabilityStatus.PENDING_APPROVAL) {
      throw new AvailabilityRefusal.AvailabilityNotPendingApproval(id, status).refused();
    }
    approval = Approval.APPROVED;
    approvedBy = by;
    activate();
  }

  private void activate() {
    status =
        available.signum() == 0 && reserved.signum() > 0
            ? AvailabilityStatus.RESERVED
            : AvailabilityStatus.ACTIVE;
    raise(
        new AvailabilityActivated(
            id,
            sellerId,
            commodityId,
            riskStatus,
            riskScore == null ? null : riskScore.intValue()));
  }

  void reserve(Reservation reservation) {
    BigDecimal quantity = reservation.quantity;
    offer().mustAllow(quantity, reservation.createdAt);
    available = available.subtract(quantity);
    reserved = reserved.add(quantity);
    if (available.signum() == 0) {
      status = AvailabilityStatus.RESERVED;
    }
    raise(
        new AvailabilityReserved(
            id,
            sellerId,
            reservation.id,
            reservation.buyerId,
            quantity,
            available,
            reserved,
            sold,
            quantityUnit,
            reservation.expiresAt));
  }

  void release(Reservation reservation, ReservationStatus because, String reason) {
    reservation.become(because);
    reserved = reserved.subtract(reservation.quantity);
    available = available.add(reservation.quantity);
    if (status == AvailabilityStatus.RESERVED) {
      status = AvailabilityStatus.ACTIVE;
    }
    raise(released(reservation, reason));
  }

  private AvailabilityReleased released(Reservation reservation, String reason) {
    return new AvailabilityReleased(
        id,
        sellerId,
        reservation.id,
        reservation.buyerId,
        reservation.quantity,
        available,
        reserved,
        sold,
        quantityUnit,
        reason);
  }

  /** Refuses what is blocked: its seller, or risk, does not let it go any more. */
  void sell(Reservation reservation, UUID tradeId) {
    if (status == AvailabilityStatus.BLOCKED) {
      throw new AvailabilityRefusal.AvailabilityNotOpen(id, status).refused();
    }
    reservation.become(ReservationStatus.CONSUMED);
    reserved = reserved.subtract(reservation.quantity);
    sold = sold.add(reservation.quantity);
    if (status.isOpen() && available.signum() == 0 && reserved.signum() == 0) {
      status = AvailabilityStatus.SOLD;
    }
    raise(
        new AvailabilitySold(
            id,
            sellerId,
            reservation.id,
            reservation.buyerId,
            reservation.quantity,
            available,
            reserved,
            sold,
            quantityUnit,
            tradeId));
  }

  /**
   * A trade is cancelled: what it took is on offer again, unless the offer is closed.
   *
   * @param givesWayTo why it may not be open again besides what its seller posted since, such as
   *     POSTED_AGAIN; null when it may
   */
  void giveBackSold(Reservation reservation, String givesWayTo) {
    boolean reopened = status == AvailabilityStatus.SOLD || status == AvailabilityStatus.RESERVED;
    sold = sold.subtract(reservation.quantity);
    available = available.add(reservation.quantity);
    raise(released(reservation, "TRADE_CANCELLED"));
    if (reopened && givesWayTo != null) {
      status = AvailabilityStatus.CANCELLED;
      raise(new AvailabilityCancelled(id, sellerId, commodityId, locationId, givesWayTo));
    } else if (reopened) {
      status = AvailabilityStatus.ACTIVE;
    }
  }

  void cancel(String reason) {
    mustBeOpen();
    mustHaveNothingReserved();
    status = AvailabilityStatus.CANCELLED;
    raise(new AvailabilityCancelled(id, sellerId, commodityId, locationId, reason));
  }

  /** Whether its time is over and nothing of it is held. */
  boolean expires(Instant now) {
    return status.isOpen() && !now.isBefore(expiresAt) && reserved.signum() == 0;
  }

  void expire() {
    status = AvailabilityStatus.EXPIRED;
    raise(new AvailabilityExpired(id, sellerId, commodityId));
  }

  private void mustBeOpen() {
    if (!status.isOpen()) {
      throw new AvailabilityRefusal.AvailabilityNotOpen(id, status).refused();
    }
  }

  private void mustHaveNothingReserved() {
    if (reserved.signum() > 0) {
      throw new AvailabilityRefusal.ReservedStockLeft(id, reserved).refused();
    }
  }

  private Measure measure() {
    return new Measure(quantityUnit, quantityFactor, priceUnit, priceFactor, baseUnit, currency);
  }

  /** What its position is: all that is neither sold nor withdrawn, in base units. */
  BigDecimal openBaseQuantity() {
    return measure().base(available.add(reserved));
  }

  BigDecimal openValue() {
    return price == null
        ? BigDecimal.ZERO.setScale(2)
        : measure().value(available.add(reserved), price);
  }

  private AvailabilitySnapshot snapshot() {
    return new AvailabilitySnapshot(
        id,
        sellerId,
        commodityId,
        locationId,
        place,
        branchId,
        total,
        available,
        reserved,
        sold,
        quantityUnit,
        measure().base(total),
        baseUnit,
        minOrder,
        partialOrders,
        price == null ? null : new Money(price, currency),
        priceUnit,
        pricePerBaseUnit,
        new Money(openValue(), currency),
        quality.values(),
        visibility.name(),
        blockedForBranches,
        status.name(),
        expiresAt);
  }

  @Override
  public String kind() {
    return "availability";
  }

  @Override
  public UUID ownerId() {
    return sellerId;
  }

  @Override
  public boolean isVisibleTo(UUID partnerId) {
    if (sellerId.equals(partnerId)) {
      return true;
    }
    return status.isOnOffer() && visibility.admits(restrictedBuyers.ids(), partnerId);
  }

  /** What matching, negotiations and trades ask of it. */
  public Offer offer() {
    return new Offer(
        id,
        sellerId,
        commodityId,
        status,
        measure(),
        total,
        available,
        minOrder,
        partialOrders,
        price,
        pricePerBaseUnit,
        place,
        branchId,
        blockedForBranches,
        quality.values(),
        visibility,
        restrictedBuyers.ids(),
        riskStatus,
        expiresAt);
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public String aggregateType() {
    return "Availability";
  }

  @Override
  public String topic() {
    return TradeEvent.TOPIC;
  }

  UUID sellerId() {
    return sellerId;
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

  AvailabilityStatus status() {
    return status;
  }

  /**
   * @param owner whether all of it is shown: who may see it, notes, risk
   */
  /**
   * @param owner whether all of it is shown; others learn neither who offers nor where exactly
   */
  AvailabilityView view(boolean owner) {
    return new AvailabilityView(
        id,
        owner ? sellerId : null,
        commodityId,
        status,
        owner ? place : Region.of(place),
        owner ? branchId : null,
        total,
        available,
        reserved,
        sold,
        quantityUnit,
        measure().base(available),
        baseUnit,
        minOrder,
        partialOrders,
        price == null ? null : new Money(price, currency),
        priceUnit,
        pricePerBaseUnit,
        new Money(openValue(), currency),
        quality.values(),
        visibility,
        owner ? restrictedBuyers.ids() : null,
        owner ? notes : null,
        owner ? riskStatus : null,
        owner ? riskScore : null,
        owner ? blockReasons : null,
        createdAt,
        expiresAt);
  }
}
