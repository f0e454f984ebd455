package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.Brokerage;
import com.cottonerp.contracts.trade.v1.ContractGoods;
import com.cottonerp.contracts.trade.v1.NegotiationAccepted;
import com.cottonerp.contracts.trade.v1.NegotiationExpired;
import com.cottonerp.contracts.trade.v1.NegotiationOfferMade;
import com.cottonerp.contracts.trade.v1.NegotiationRejected;
import com.cottonerp.contracts.trade.v1.NegotiationStarted;
import com.cottonerp.contracts.trade.v1.TradeEvent;
import com.cottonerp.eventing.outbox.AggregateRoot;
import com.cottonerp.tradedesk.commissions.ContractValue;
import com.cottonerp.tradedesk.matching.Match;
import com.cottonerp.tradedesk.posting.ActingSide;
import com.cottonerp.tradedesk.posting.Counterparts;
import com.cottonerp.tradedesk.posting.Measure;
import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.posting.SideBrokers;
import com.cottonerp.tradedesk.tradeterms.NamedTerms;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Two parties on their way to a price and a quantity; neither offers twice in a row.
 *
 * <p>Long because each of its moves publishes an event of its own.
 */
@Entity
@Table(name = "negotiation")
public class Negotiation extends AggregateRoot {
  private static final Duration OPEN_FOR = Duration.ofHours(48);

  @Id private UUID id;

  @Embedded private Counterparts counterparts;

  @Column(name = "match_id")
  private UUID matchId;

  @Enumerated(EnumType.STRING)
  private NegotiationStatus status;

  private int round;

  @Enumerated(EnumType.STRING)
  @Column(name = "started_by")
  private Side startedBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "last_offer_by")
  private Side lastOfferBy;

  @Embedded private NegotiatedTerms terms;

  /** The goods of the last offer; null in those from before they were kept. */
  @JdbcTypeCode(SqlTypes.JSON)
  private ContractGoods goods;

  /** What else is on the table; null in those from before terms were named. */
  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "trade_terms")
  private NamedTerms tradeTerms;

  /** Null until the parties agree, and when no commission structure fits. */
  @JdbcTypeCode(SqlTypes.JSON)
  private Brokerage brokerage;

  /** Whether it opened with the seller's own price; else only the buyer may know that one. */
  private boolean asked;

  /** What was agreed upon, in the unit of the requirement. */
  @Column(name = "wish_quantity")
  private BigDecimal requirementQuantity;

  @Column(name = "reservation_id")
  private UUID reservationId;

  @Enumerated(EnumType.STRING)
  @Column(name = "ended_by")
  private Side endedBy;

  private String reason;

  /** Who of the brokerage acted last for which side. */
  @Embedded private SideBrokers brokers;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected Negotiation() {}

  /**
   * It opens with the price and the quantity of the match.
   *
   * @param offered what the seller says of the goods
   * @param opening the terms of trade of both posts
   */
  static Negotiation start(
      UUID id,
      Match match,
      ContractGoods offered,
      NamedTerms opening,
      ActingSide acting,
      Instant now) {
    Side by = acting.side();
    Negotiation negotiation = new Negotiation();
    negotiation.id = id;
    negotiation.matchId = match.id();
    negotiation.counterparts = match.counterparts();
    negotiation.status = NegotiationStatus.INITIATED;
    negotiation.startedBy = by;
    negotiation.note(acting);
    negotiation.terms = NegotiatedTerms.of(match.terms());
    negotiation.goods = offered;
    negotiation.tradeTerms = opening;
    negotiation.asked = match.terms().asked();
    negotiation.startedAt = now;
    negotiation.expiresAt = now.plus(OPEN_FOR);
    negotiation.raise(
        new NegotiationStarted(
            id,
            negotiation.matchId,
            negotiation.counterparts.buyerId(),
            negotiation.counterparts.sellerId(),
            by.party(),
            negotiation.terms.money(),
            negotiation.terms.priceUnit(),
            negotiation.terms.quantity(),
            negotiation.terms.quantityUnit(),
            negotiation.expiresAt,
            acting.brokerUser(),
            opening.all()));
    return negotiation;
  }

  /** Refuses who may not make an offer now. */
  void mustTakeOfferOf(Side by, Instant now) {
    mustBeActive(now);
    if (by == lastOfferBy) {
      throw new NegotiationRefusal.NotYourTurn(round).refused();
    }
  }

  /**
   * @param offered what the seller says of the goods now
   */
  void offer(ActingSide acting, OfferTerms offer, ContractGoods offered, Instant now) {
    Side by = acting.side();
    mustTakeOfferOf(by, now);
    status = NegotiationStatus.IN_PROGRESS;
    round++;
    lastOfferBy = by;
    note(acting);
    terms = terms.with(offer);
    goods = offered;
    tradeTerms = tradeTerms().with(offer.tradeTerms());
    raise(
        new NegotiationOfferMade(
            id,
            matchId,
            counterparts.buyerId(),
            counterparts.sellerId(),
            round,
            by.party(),
            terms.money(),
            terms.priceUnit(),
            terms.quantity(),
            terms.quantityUnit(),
            acting.brokerUser(),
            tradeTerms().all()));
  }

  /** Refuses who may not accept the last offer now. */
  void mustBeAcceptableTo(Side by, Instant now) {
    mustBeActive(now);
    if (lastOfferBy == null) {
      throw new NegotiationRefusal.NothingOffered(id).refused();
    }
    if (by == lastOfferBy) {
      throw new NegotiationRefusal.OwnOffer(round).refused();
    }
  }

  /**
   * @param inUnitOfRequirement the quantity in the unit of the requirement
   * @param brokered null when no commission structure fits
   */
  void accept(
      ActingSide acting,
      UUID reservation,
      BigDecimal inUnitOfRequirement,
      BigDecimal value,
      Brokerage brokered,
      Instant now) {
    Side by = acting.side();
    mustBeAcceptableTo(by, now);
    requirementQuantity = inUnitOfRequirement;
    status = NegotiationStatus.ACCEPTED;
    endedBy = by;
    note(acting);
    reservationId = reservation;
    brokerage = brokered;
    raise(
        new NegotiationAccepted(
            id,
            matchId,
            counterparts.buyerId(),
            counterparts.sellerId(),
            by.party(),
            terms.money(),
            terms.priceUnit(),
            terms.quantity(),
            terms.quantityUnit(),
            new Money(value, terms.currency()),
            reservation,
            acting.brokerUser(),
            tradeTerms().all(),
            brokered));
  }

  void reject(ActingSide acting, String why, Instant now) {
    Side by = acting.side();
    mustBeActive(now);
    status = NegotiationStatus.REJECTED;
    endedBy = by;
    note(acting);
    reason = why;
    raise(
        new NegotiationRejected(
            id,
            matchId,
            counterparts.buyerId(),
            counterparts.sellerId(),
            by.party(),
            why,
            acting.brokerUser()));
  }

  private void note(ActingSide acting) {
    brokers = brokers().after(acting);
  }

  /** Who of the brokerage acted last for which side. */
  public SideBrokers brokers() {
    return SideBrokers.of(brokers);
  }

  boolean isOverdue(Instant now) {
    return status.isActive() && !now.isBefore(expiresAt);
  }

  /** Whether the parties agreed and made no trade of it (yet). */
  boolean isAgreed() {
    return status == NegotiationStatus.ACCEPTED;
  }

  /** Its time is over, or that in which a trade was to be made of what was agreed upon. */
  void expire() {
    status = NegotiationStatus.EXPIRED;
    raise(new NegotiationExpired(id, matchId, counterparts.buyerId(), counterparts.sellerId()));
  }

  private void mustBeActive(Instant now) {
    if (!status.isActive()) {
      throw new NegotiationRefusal.NegotiationNotActive(id, status).refused();
    }
    if (!now.isBefore(expiresAt)) {
      throw new NegotiationRefusal.NegotiationExpired(id, expiresAt).refused();
    }
  }

  /** Where a party stands; refuses who is none, as if the negotiation were not there. */
  public Side sideOf(UUID partnerId) {
    return counterparts.sideOf(partnerId, "negotiation", id);
  }

  public Counterparts counterparts() {
    return counterparts;
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public String aggregateType() {
    return "Negotiation";
  }

  @Override
  public String topic() {
    return TradeEvent.TOPIC;
  }

  int round() {
    return round;
  }

  public NegotiatedTerms terms() {
    return terms;
  }

  /** The terms of trade that are on the table, or agreed. */
  public NamedTerms tradeTerms() {
    return NamedTerms.of(tradeTerms);
  }

  /** Null until the parties agree, and when no commission structure fits. */
  public Brokerage brokerage() {
    return brokerage;
  }

  /**
   * What a brokerage on it is computed on.
   *
   * @param measure the units of the availability
   */
  public ContractValue contractValue(Measure measure) {
    return new ContractValue(
        counterparts.commodityId(),
        tradeTerms().tradeTypeId(),
        measure,
        terms.quantity(),
        measure.value(terms.quantity(), terms.price()));
  }

  public UUID matchId() {
    return matchId;
  }

  /** What was agreed upon, in the unit of the requirement. */
  public BigDecimal requirementQuantity() {
    return requirementQuantity;
  }

  public UUID reservationId() {
    return reservationId;
  }

  /** Refuses unless the parties agreed. */
  public void mustBeAccepted() {
    if (status != NegotiationStatus.ACCEPTED) {
      throw new NegotiationRefusal.NegotiationNotActive(id, status).refused();
    }
  }

  /** Refuses once the seller says something else of the goods than when the offer was made. */
  void mustBeOfTheSameGoods(ContractGoods now) {
    if (goods != null && !goods.equals(now)) {
      throw new NegotiationRefusal.GoodsChanged(round).refused();
    }
  }

  /** What was agreed on; null in agreements from before goods were kept. */
  public ContractGoods goods() {
    return goods;
  }

  /** Whether terms of trade and brokerage were not known when it began. */
  public boolean isFromBeforeTerms() {
    return tradeTerms == null;
  }

  /** Refuses once the offer is counted or priced in other units. */
  void mustMeanTheSame(Measure measure) {
    if (!terms.isMeasuredBy(measure)) {
      throw new NegotiationRefusal.UnitsChanged(id).refused();
    }
  }

  NegotiationStatus status() {
    return status;
  }

  Side startedBy() {
    return startedBy;
  }

  /** Null until there is an offer. */
  Side lastOfferBy() {
    return lastOfferBy;
  }

  /** Null while it goes on, and when its time was over. */
  Side endedBy() {
    return endedBy;
  }

  String reason() {
    return reason;
  }

  Instant startedAt() {
    return startedAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  /**
   * Whether a side may know the price: one that the seller did not ask for is the buyer's own until
   * there is an offer.
   *
   * @param viewer null for internal users
   */
  boolean showsPriceTo(Side viewer) {
    return viewer != Side.SELL || lastOfferBy != null || asked;
  }
}
