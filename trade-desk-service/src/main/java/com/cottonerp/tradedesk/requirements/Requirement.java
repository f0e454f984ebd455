package com.cottonerp.tradedesk.requirements;

import com.cottonerp.contracts.trade.v1.PostChange;
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
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.eventing.outbox.AggregateRoot;
import com.cottonerp.tradedesk.posting.ActingUser;
import com.cottonerp.tradedesk.posting.Actor;
import com.cottonerp.tradedesk.posting.Changes;
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

/**
 * Goods that a buyer wants. Never more is bought for it than its highest quantity and the tolerance
 * of delivery.
 */
@Entity
@Table(name = "requirement")
public class Requirement extends AggregateRoot implements Post {
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

  @Embedded private RequirementTerms terms;
  @Embedded private Purchases purchases;
  @Embedded private RiskJudgement risk;

  @Column(name = "block_reasons")
  private String blockReasons;

  @Column(name = "created_by")
  private String createdBy;

  /** Who of the brokerage posted it, or changed it last, for the buyer; null when the buyer did. */
  @Column(name = "broker_user")
  private String brokerUser;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_day")
  private LocalDate createdDay;

  /** Who posts what, and when. */
  record Posting(UUID id, Actor by, UUID commodityId, Instant now) {}

  protected Requirement() {}

  /**
   * @param publish whether it is open as soon as risk lets it pass
   */
  static Requirement post(Posting posting, String number, RequirementTerms terms, boolean publish) {
    Requirement requirement = new Requirement();
    requirement.id = posting.id();
    requirement.number = number;
    requirement.buyerId = posting.by().partnerId();
    requirement.commodityId = posting.commodityId();
    requirement.status = RequirementStatus.PENDING_RISK;
    requirement.publicationWanted = publish;
    requirement.terms = terms;
    requirement.purchases = Purchases.none();
    requirement.createdBy = posting.by().user().userId();
    requirement.brokerUser = posting.by().user().brokerUser();
    requirement.createdAt = posting.now();
    requirement.createdDay = BusinessDay.of(posting.now());
    requirement.raise(new RequirementCreated(requirement.snapshot()));
    requirement.risk = RiskJudgement.awaiting(requirement.lastSequence());
    return requirement;
  }

  /** A changed requirement is judged again: until then it is matched with nothing more. */
  void change(RequirementTerms next, ActingUser by) {
    if (!status.isChangeable()) {
      throw new RequirementRefusal.RequirementNotOpen(id, status).refused();
    }
    if (purchases.isBought()) {
      throw new RequirementRefusal.AlreadyBought(id, purchases.purchased()).refused();
    }
    mustHaveNothingCommitted();
    List<PostChange> changes = terms.changesTo(next).all();
    terms = next;
    brokerUser = by.brokerUser();
    if (!changes.isEmpty()) {
      publicationWanted = publicationWanted || status == RequirementStatus.ACTIVE;
      status = RequirementStatus.PENDING_RISK;
      raise(new RequirementUpdated(snapshot(), changes));
      risk = risk.andAwaiting(lastSequence());
    }
  }

  /** Of a requirement that waits for no verdict only a FAIL counts. */
  void take(Verdict verdict) {
    if (!risk.takes(verdict)) {
      return;
    }
    risk = risk.take(verdict);
    if (verdict.isFail() && status.isOpen()) {
      block(verdict.reasons());
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
    raise(new RequirementPublished(id, buyerId, commodityId, risk.statusName(), risk.wholeScore()));
  }

  /** Closed for good. */
  void block(List<String> reasons) {
    status = RequirementStatus.BLOCKED;
    blockReasons = String.join(", ", reasons);
    raise(new RequirementBlocked(id, buyerId, commodityId, reasons));
  }

  /** The parties of a negotiation agreed on a quantity, which no other seller can sell. */
  public void commit(BigDecimal quantity) {
    mustBeWanted();
    BigDecimal most = facts().mostOfNext();
    if (quantity.compareTo(most) > 0) {
      throw new RequirementRefusal.MoreThanRequired(quantity, most).refused();
    }
    purchases = purchases.commit(quantity);
  }

  /** No trade was made in time. */
  void uncommit(BigDecimal quantity) {
    purchases = purchases.uncommit(quantity);
  }

  /** A trade was made of what was agreed upon. */
  void buy(BigDecimal quantity, UUID tradeId) {
    mustBeWanted();
    BigDecimal before = purchases.purchased();
    purchases = purchases.buy(quantity);
    BigDecimal now = purchases.purchased();
    String unit = terms.measure().quantityUnit();
    if (now.compareTo(terms.quantities().max()) >= 0) {
      status = RequirementStatus.FULFILLED;
      raise(new RequirementFulfilled(id, buyerId, commodityId, now, unit, tradeId));
    } else if (now.compareTo(terms.quantities().min()) >= 0) {
      status = RequirementStatus.PARTIALLY_FULFILLED;
      raise(new RequirementPartiallyFulfilled(id, buyerId, commodityId, now, unit, tradeId));
    } else {
      raisePurchasedSince(before);
    }
  }

  /**
   * A trade that was made for it is cancelled.
   *
   * @param obstacle what its buyer posted since and keeps it from being open, such as POSTED_AGAIN;
   *     null when nothing does
   */
  void undoPurchase(BigDecimal quantity, String obstacle) {
    BigDecimal before = purchases.purchased();
    purchases = purchases.undo(quantity);
    if (status == RequirementStatus.FULFILLED && obstacle != null) {
      end(obstacle);
      return;
    }
    if (status == RequirementStatus.FULFILLED || status == RequirementStatus.PARTIALLY_FULFILLED) {
      status =
          purchases.purchased().compareTo(terms.quantities().min()) >= 0
              ? RequirementStatus.PARTIALLY_FULFILLED
              : RequirementStatus.ACTIVE;
    }
    raisePurchasedSince(before);
  }

  private void raisePurchasedSince(BigDecimal before) {
    raise(
        new RequirementUpdated(
            snapshot(),
            new Changes().note("purchasedQuantity", before, purchases.purchased()).all()));
  }

  void cancel(String reason) {
    if (!status.isOpen()) {
      throw new RequirementRefusal.RequirementNotOpen(id, status).refused();
    }
    mustHaveNothingCommitted();
    end(reason);
  }

  private void end(String reason) {
    status = RequirementStatus.CANCELLED;
    raise(new RequirementCancelled(id, buyerId, commodityId, reason));
  }

  private void mustHaveNothingCommitted() {
    if (purchases.isCommitted()) {
      throw new RequirementRefusal.AgreedUpon(id, purchases.committed()).refused();
    }
  }

  /** Whether its time is over and nothing of it is agreed upon. */
  boolean isOverdue(Instant now) {
    return status.isOpen() && !now.isBefore(terms.expiresAt()) && !purchases.isCommitted();
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

  @Override
  public boolean isVisibleTo(UUID partnerId) {
    return buyerId.equals(partnerId)
        || status.isWanted() && terms.visibility().admits(terms.invitedSellers(), partnerId);
  }

  private RequirementSnapshot snapshot() {
    return RequirementSnapshots.of(facts(), brokerUser);
  }

  boolean isPostedByBroker() {
    return brokerUser != null;
  }

  /** As it is now. */
  public RequirementFacts facts() {
    return new RequirementFacts(id, number, buyerId, commodityId, status, terms, purchases, risk);
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

  String blockReasons() {
    return blockReasons;
  }

  Instant createdAt() {
    return createdAt;
  }
}
