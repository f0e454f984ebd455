package com.cottonerp.tradedesk.matching;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.MatchCleared;
import com.cottonerp.contracts.trade.v1.MatchExpired;
import com.cottonerp.contracts.trade.v1.MatchProposed;
import com.cottonerp.contracts.trade.v1.MatchRejected;
import com.cottonerp.contracts.trade.v1.MatchScore;
import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.contracts.trade.v1.TradeEvent;
import com.cottonerp.eventing.outbox.AggregateRoot;
import com.cottonerp.tradedesk.posting.Side;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A pair of posts. There is one for each pair, however often it is proposed. */
@Entity
@Table(name = "match")
public class Match extends AggregateRoot {
  private static final Duration OPEN_FOR = Duration.ofDays(30);
  private static final Duration NOT_AGAIN_WITHIN = Duration.ofMinutes(5);
  private static final BigDecimal SIMILAR = new BigDecimal("0.95");

  @Id private UUID id;

  @Column(name = "requirement_id")
  private UUID requirementId;

  @Column(name = "availability_id")
  private UUID availabilityId;

  @Column(name = "buyer_id")
  private UUID buyerId;

  @Column(name = "seller_id")
  private UUID sellerId;

  @Column(name = "commodity_id")
  private UUID commodityId;

  @Enumerated(EnumType.STRING)
  private MatchStatus status;

  @JdbcTypeCode(SqlTypes.JSON)
  private MatchScore score;

  @Column(name = "total_score")
  private BigDecimal totalScore;

  private BigDecimal quantity;

  @Column(name = "quantity_unit")
  private String quantityUnit;

  @Column(name = "base_quantity")
  private BigDecimal baseQuantity;

  @Column(name = "base_unit")
  private String baseUnit;

  private BigDecimal price;

  @Column(name = "price_unit")
  private String priceUnit;

  private BigDecimal value;

  /** The most that the parties may agree on; null where risk judged the value. */
  @Column(name = "highest_value")
  private BigDecimal highestValue;

  private String currency;

  /** Whether the seller asks for this price; else it is what the buyer would like to pay. */
  private boolean asked;

  @Column(name = "buyer_branch_id")
  private UUID buyerBranchId;

  @Column(name = "seller_branch_id")
  private UUID sellerBranchId;

  @Column(name = "internal_trade_blocked")
  private boolean internalTradeBlocked;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "buyer_place")
  private PostPlace buyerPlace;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "seller_place")
  private PostPlace sellerPlace;

  @Column(name = "risk_status")
  private String riskStatus;

  @Column(name = "risk_score")
  private BigDecimal riskScore;

  private String reasons;

  /** Its event that the next verdict has to be on. */
  @Column(name = "awaited_sequence")
  private long awaitedSequence;

  @Column(name = "proposed_at")
  private Instant proposedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected Match() {}

  /** The same for the same pair, so that it cannot be there twice. */
  static UUID idOf(UUID requirementId, UUID availabilityId) {
    return UuidCreator.getNameBasedSha1(requirementId, "match:" + availabilityId);
  }

  static Match propose(Pair pair, Pair.Outcome outcome, Instant now) {
    Match match = new Match();
    match.id = idOf(pair.wish().id(), pair.offer().id());
    match.requirementId = pair.wish().id();
    match.availabilityId = pair.offer().id();
    match.buyerId = pair.wish().buyerId();
    match.sellerId = pair.offer().sellerId();
    match.commodityId = pair.wish().commodityId();
    match.describe(pair, outcome, now);
    return match;
  }

  /**
   * Proposes the pair as it is now. Nothing while its parties negotiate or agreed, while nothing
   * changed of an open one, or within five minutes of a much alike one.
   *
   * @return whether it is proposed
   */
  boolean proposeAgain(Pair pair, Pair.Outcome outcome, Instant now) {
    if (isTaken() || isLike(pair, outcome) && (status.isOpen() || isRecent(now))) {
      return false;
    }
    describe(pair, outcome, now);
    return true;
  }

  /** Whether it may be in the race for the best: it is open, or would be proposed (again). */
  boolean isInTheRace(Pair pair, Pair.Outcome outcome, Instant now) {
    return status.isOpen() || !isTaken() && !(isLike(pair, outcome) && isRecent(now));
  }

  private boolean isTaken() {
    return status == MatchStatus.NEGOTIATING || status == MatchStatus.AGREED;
  }

  /** One that had to make room may come back at once. */
  private boolean isRecent(Instant now) {
    return status != MatchStatus.EXPIRED && now.isBefore(proposedAt.plus(NOT_AGAIN_WITHIN));
  }

  private boolean isLike(Pair pair, Pair.Outcome outcome) {
    return alike(score.quality(), outcome.score().quality())
        && alike(price, pair.price())
        && alike(quantity, pair.quantity())
        && isWorthAlike(pair.highestValue());
  }

  /** Of an open one only more than what risk judged is something else. */
  private boolean isWorthAlike(BigDecimal highest) {
    BigDecimal judged = judgedValue();
    return alike(judged, highest) || status.isOpen() && highest.compareTo(judged) < 0;
  }

  private BigDecimal judgedValue() {
    return highestValue == null ? value : highestValue;
  }

  private static boolean alike(BigDecimal one, BigDecimal other) {
    BigDecimal most = one.max(other);
    return most.signum() == 0
        || one.min(other).divide(most, MathContext.DECIMAL64).compareTo(SIMILAR) >= 0;
  }

  private void describe(Pair pair, Pair.Outcome outcome, Instant now) {
    status = MatchStatus.PROPOSED;
    score = outcome.score();
    totalScore = score.total();
    quantity = pair.quantity();
    quantityUnit = pair.offer().measure().quantityUnit();
    baseQuantity = pair.offer().measure().base(quantity);
    baseUnit = pair.offer().measure().baseUnit();
    price = pair.price();
    asked = pair.offer().price() != null;
    priceUnit = pair.offer().measure().priceUnit();
    currency = pair.offer().measure().currency();
    value = pair.offer().measure().value(quantity, price);
    highestValue = pair.highestValue();
    buyerBranchId = pair.wish().branchId();
    sellerBranchId = pair.offer().branchId();
    internalTradeBlocked = pair.wish().blockedInternalTrades() || pair.offer().blockedForBranches();
    buyerPlace = outcome.place().wanted();
    sellerPlace = pair.offer().place();
    riskStatus = null;
    riskScore = null;
    reasons = null;
    proposedAt = now;
    expiresAt = earliest(now.plus(OPEN_FOR), pair.wish().expiresAt(), pair.offer().expiresAt());
    raise(
        new MatchProposed(
            id,
            requirementId,
            availabilityId,
            buyerId,
            sellerId,
            commodityId,
            score,
            quantity,
            quantityUnit,
            baseQuantity,
            baseUnit,
            new Money(price, currency),
            priceUnit,
            new Money(value, currency),
            new Money(highestValue, currency),
            buyerBranchId,
            sellerBranchId,
            internalTradeBlocked,
            sellerPlace.country(),
            buyerPlace.country(),
            expiresAt));
    awaitedSequence = lastSequence();
  }

  private static Instant earliest(Instant... times) {
    return Arrays.stream(times).min(Instant::compareTo).orElseThrow();
  }

  /**
   * What risk said of the pair. Once the parties negotiate, they are asked again at the end.
   *
   * @param sequence which of its events was judged; null when risk does not say
   */
  void judged(String verdict, BigDecimal newScore, List<String> why, Long sequence) {
    if (sequence != null && sequence < awaitedSequence) {
      return;
    }
    riskStatus = verdict;
    riskScore = newScore;
    if (verdict.equals("FAIL") && status.isOpen()) {
      reject(why);
    } else if (status == MatchStatus.PROPOSED) {
      status = MatchStatus.CLEARED;
      raise(
          new MatchCleared(
              id, requirementId, availabilityId, buyerId, sellerId, riskStatus, riskScore));
    }
  }

  private void reject(List<String> why) {
    status = MatchStatus.REJECTED;
    reasons = String.join(", ", why);
    raise(new MatchRejected(id, requirementId, availabilityId, buyerId, sellerId, why));
  }

  /** Its time is over, or a better pair takes its place. */
  void expire() {
    if (status.isOpen()) {
      status = MatchStatus.EXPIRED;
      raise(new MatchExpired(id, requirementId, availabilityId, buyerId, sellerId));
    }
  }

  /** Refuses unless risk cleared it and its time is not over. */
  public void negotiate(Instant now) {
    if (status != MatchStatus.CLEARED || !now.isBefore(expiresAt)) {
      throw new MatchRefusal.MatchNotCleared(id, status).refused();
    }
    status = MatchStatus.NEGOTIATING;
  }

  /** The parties agreed. */
  public void agreed() {
    status = MatchStatus.AGREED;
  }

  /** The parties parted. */
  public void closed() {
    status = MatchStatus.CLOSED;
  }

  /** Refuses when the last verdict on the pair forbids it; of whom risk warns stays hidden. */
  public void mustNotBeForbidden() {
    if ("FAIL".equals(riskStatus)) {
      throw new MatchRefusal.CounterpartyUnavailable(id).refused();
    }
  }

  /** Refuses more than what risk judged; how much that is would tell the seller the budget. */
  public void mustCover(BigDecimal agreed) {
    if (agreed.compareTo(judgedValue()) > 0) {
      throw new MatchRefusal.BeyondMatch(id).refused();
    }
  }

  public boolean isParty(UUID partnerId) {
    return partnerId.equals(buyerId) || partnerId.equals(sellerId);
  }

  /** Of one of its parties. */
  public Side sideOf(UUID partnerId) {
    return partnerId.equals(buyerId) ? Side.BUY : Side.SELL;
  }

  /** The party with which this one would trade. */
  public UUID otherThan(UUID partnerId) {
    return partnerId.equals(buyerId) ? sellerId : buyerId;
  }

  boolean isOpen() {
    return status.isOpen();
  }

  boolean isBetterThan(BigDecimal other) {
    return totalScore.compareTo(other) >= 0;
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public String aggregateType() {
    return "Match";
  }

  @Override
  public String topic() {
    return TradeEvent.TOPIC;
  }

  public UUID requirementId() {
    return requirementId;
  }

  public UUID availabilityId() {
    return availabilityId;
  }

  public UUID buyerId() {
    return buyerId;
  }

  public UUID sellerId() {
    return sellerId;
  }

  public UUID commodityId() {
    return commodityId;
  }

  public MatchStatus status() {
    return status;
  }

  MatchScore score() {
    return score;
  }

  public BigDecimal quantity() {
    return quantity;
  }

  public String quantityUnit() {
    return quantityUnit;
  }

  public BigDecimal price() {
    return price;
  }

  /** Whether the seller asks for the price; else only the buyer may know it. */
  public boolean isAsked() {
    return asked;
  }

  public String priceUnit() {
    return priceUnit;
  }

  public String currency() {
    return currency;
  }

  PostPlace placeOfBuyer() {
    return buyerPlace;
  }

  PostPlace placeOfSeller() {
    return sellerPlace;
  }

  String riskStatus() {
    return riskStatus;
  }

  String reasons() {
    return reasons;
  }

  Instant proposedAt() {
    return proposedAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }
}
