package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.contracts.trade.v1.AvailabilityActivated;
import com.cottonerp.contracts.trade.v1.AvailabilityBlocked;
import com.cottonerp.contracts.trade.v1.AvailabilityCancelled;
import com.cottonerp.contracts.trade.v1.AvailabilityExpired;
import com.cottonerp.contracts.trade.v1.AvailabilityPosted;
import com.cottonerp.contracts.trade.v1.AvailabilitySnapshot;
import com.cottonerp.contracts.trade.v1.AvailabilityUpdated;
import com.cottonerp.contracts.trade.v1.PostChange;
import com.cottonerp.contracts.trade.v1.TradeEvent;
import com.cottonerp.defaults.foureyes.Contributors;
import com.cottonerp.defaults.foureyes.Editors;
import com.cottonerp.defaults.foureyes.Part;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.eventing.outbox.AggregateRoot;
import com.cottonerp.tradedesk.posting.ActingUser;
import com.cottonerp.tradedesk.posting.Actor;
import com.cottonerp.tradedesk.posting.Post;
import com.cottonerp.tradedesk.verdicts.RiskJudgement;
import com.cottonerp.tradedesk.verdicts.Verdict;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Goods that a seller has to sell. */
@Entity
@Table(name = "availability")
public class Availability extends AggregateRoot implements Post {
  @Id private UUID id;

  @Column(name = "seller_id")
  private UUID sellerId;

  @Column(name = "commodity_id")
  private UUID commodityId;

  @Enumerated(EnumType.STRING)
  private AvailabilityStatus status;

  @Enumerated(EnumType.STRING)
  private Approval approval;

  @Column(name = "approved_by")
  private String approvedBy;

  @Embedded private Stock stock;
  @Embedded private AvailabilityTerms terms;
  @Embedded private RiskJudgement risk;

  @Column(name = "block_reasons")
  private String blockReasons;

  @Column(name = "created_by")
  private String createdBy;

  /**
   * Who of the brokerage posted it, or changed it last, for the seller; null when the seller did.
   */
  @Column(name = "broker_user")
  private String brokerUser;

  /** Null in availabilities from before editors were recorded. */
  @JdbcTypeCode(SqlTypes.JSON)
  private Editors editors;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_day")
  private LocalDate createdDay;

  /** Whether somebody besides risk has to approve an availability. */
  enum Approval {
    NOT_NEEDED,
    PENDING,
    APPROVED;

    static Approval of(boolean needed) {
      return needed ? PENDING : NOT_NEEDED;
    }
  }

  /** Who posts what, and when. */
  record Posting(UUID id, Actor by, UUID commodityId, Instant now) {}

  protected Availability() {}

  static Availability post(
      Posting posting, BigDecimal total, AvailabilityTerms terms, boolean approvalNeeded) {
    Availability availability = new Availability();
    availability.id = posting.id();
    availability.sellerId = posting.by().partnerId();
    availability.commodityId = posting.commodityId();
    availability.status = AvailabilityStatus.PENDING_RISK;
    availability.approval = Approval.of(approvalNeeded);
    availability.stock = Stock.of(total);
    availability.terms = terms;
    availability.createdBy = posting.by().user().userId();
    availability.brokerUser = posting.by().user().brokerUser();
    availability.createdAt = posting.now();
    availability.createdDay = BusinessDay.of(posting.now());
    availability.raise(new AvailabilityPosted(availability.snapshot()));
    availability.risk = RiskJudgement.awaiting(availability.lastSequence());
    return availability;
  }

  /** A changed availability is judged again: until then nothing more of it is reserved. */
  void change(BigDecimal total, AvailabilityTerms next, boolean approvalNeeded, ActingUser by) {
    editors = Editors.of(editors).and(by.userId());
    mustBeOpen();
    facts().mustAllowChange(total, next);
    List<PostChange> changes =
        terms.changesTo(next).note("totalQuantity", stock.total(), total).all();
    stock = stock.withTotal(total);
    terms = next;
    brokerUser = by.brokerUser();
    if (!changes.isEmpty()) {
      status = stock.isSoldOut() ? AvailabilityStatus.SOLD : AvailabilityStatus.PENDING_RISK;
      approval = Approval.of(approvalNeeded);
      raise(new AvailabilityUpdated(snapshot(), changes));
      risk = risk.andAwaiting(lastSequence());
    }
  }

  /** Of an availability that waits for no verdict only a FAIL counts. */
  void take(Verdict verdict) {
    if (!risk.takes(verdict)) {
      return;
    }
    risk = risk.take(verdict);
    if (verdict.isFail() && status.isOpen()) {
      block(verdict.reasons());
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
    return Contributors.to("availability")
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
        stock.isTaken() && stock.isReserved()
            ? AvailabilityStatus.RESERVED
            : AvailabilityStatus.ACTIVE;
    raise(
        new AvailabilityActivated(id, sellerId, commodityId, risk.statusName(), risk.wholeScore()));
  }

  void reserve(Reservation reservation) {
    facts().mustAllow(reservation.quantity, reservation.createdAt);
    stock = stock.reserve(reservation.quantity);
    if (stock.isTaken()) {
      status = AvailabilityStatus.RESERVED;
    }
    raise(AvailabilityEvents.reserved(facts(), reservation));
  }

  void release(Reservation reservation, ReservationStatus because, String reason) {
    reservation.become(because);
    stock = stock.release(reservation.quantity);
    if (status == AvailabilityStatus.RESERVED) {
      status = AvailabilityStatus.ACTIVE;
    }
    raise(AvailabilityEvents.released(facts(), reservation, reservation.quantity, reason));
  }

  /** Refuses what is blocked: its seller, or risk, does not let it go any more. */
  void sell(Reservation reservation, UUID tradeId) {
    if (status == AvailabilityStatus.BLOCKED) {
      throw new AvailabilityRefusal.AvailabilityNotOpen(id, status).refused();
    }
    reservation.become(ReservationStatus.CONSUMED);
    stock = stock.sell(reservation.quantity);
    if (status.isOpen() && stock.isSoldOut()) {
      status = AvailabilityStatus.SOLD;
    }
    raise(AvailabilityEvents.sold(facts(), reservation, tradeId));
  }

  /**
   * A trade is cancelled: what did not leave can be had again, unless the availability is closed.
   *
   * @param quantity what did not leave
   * @param obstacle what its seller posted since and keeps it from being open, such as
   *     POSTED_AGAIN; null when nothing does
   */
  void giveBack(Reservation reservation, BigDecimal quantity, String obstacle) {
    boolean reopened = status == AvailabilityStatus.SOLD || status == AvailabilityStatus.RESERVED;
    stock = stock.giveBack(quantity);
    raise(AvailabilityEvents.released(facts(), reservation, quantity, "TRADE_CANCELLED"));
    if (reopened && obstacle != null) {
      end(obstacle);
    } else if (reopened) {
      status = AvailabilityStatus.ACTIVE;
    }
  }

  void cancel(String reason) {
    mustBeOpen();
    if (stock.isReserved()) {
      throw new AvailabilityRefusal.ReservedStockLeft(id, stock.reserved()).refused();
    }
    end(reason);
  }

  private void end(String reason) {
    status = AvailabilityStatus.CANCELLED;
    raise(new AvailabilityCancelled(id, sellerId, commodityId, terms.locationId(), reason));
  }

  /** Whether its time is over and nothing of it is held. */
  boolean isOverdue(Instant now) {
    return status.isOpen() && !now.isBefore(terms.expiresAt()) && !stock.isReserved();
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

  @Override
  public boolean isVisibleTo(UUID partnerId) {
    return sellerId.equals(partnerId)
        || status.isOnOffer() && terms.visibility().admits(terms.restrictedBuyers(), partnerId);
  }

  private AvailabilitySnapshot snapshot() {
    return AvailabilityEvents.snapshot(facts(), brokerUser);
  }

  boolean isPostedByBroker() {
    return brokerUser != null;
  }

  /** As it is now. */
  public AvailabilityFacts facts() {
    return new AvailabilityFacts(id, sellerId, commodityId, status, stock, terms, risk);
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

  String blockReasons() {
    return blockReasons;
  }

  Instant createdAt() {
    return createdAt;
  }
}
