package com.cottonerp.tradedesk.matching;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.MatchCleared;
import com.cottonerp.contracts.trade.v1.MatchExpired;
import com.cottonerp.contracts.trade.v1.MatchProposed;
import com.cottonerp.contracts.trade.v1.MatchRejected;
import com.cottonerp.contracts.trade.v1.TradeEvent;
import com.cottonerp.eventing.outbox.AggregateRoot;
import com.cottonerp.tradedesk.availabilities.AvailabilityFacts;
import com.cottonerp.tradedesk.posting.Counterparts;
import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.requirements.RequirementFacts;
import com.cottonerp.tradedesk.verdicts.RiskJudgement;
import com.cottonerp.tradedesk.verdicts.RiskStatus;
import com.cottonerp.tradedesk.verdicts.Verdict;
import com.github.f4b6a3.uuid.UuidCreator;
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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A pair of posts. There is one for each pair, however often it is proposed. */
@Entity
@Table(name = "match")
public class Match extends AggregateRoot {
  private static final Duration OPEN_FOR = Duration.ofDays(30);
  private static final Duration NOT_AGAIN_WITHIN = Duration.ofMinutes(5);

  @Id private UUID id;

  @Embedded private Counterparts counterparts;

  @Enumerated(EnumType.STRING)
  private MatchStatus status;

  @Embedded private MatchTerms terms;
  @Embedded private RiskJudgement risk;
  private String reasons;

  @Column(name = "proposed_at")
  private Instant proposedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected Match() {}

  /** The same for the same pair, so that it cannot be there twice. */
  static UUID idOf(UUID requirementId, UUID availabilityId) {
    return UuidCreator.getNameBasedSha1(requirementId, "match:" + availabilityId);
  }

  static Match propose(RatedPair rated, Instant now) {
    RequirementFacts requirement = rated.pair().requirement();
    AvailabilityFacts availability = rated.pair().availability();
    Match match = new Match();
    match.id = rated.matchId();
    match.counterparts =
        new Counterparts(
            requirement.id(),
            availability.id(),
            requirement.buyerId(),
            availability.sellerId(),
            requirement.commodityId());
    match.describe(rated, now);
    return match;
  }

  /**
   * Proposes the pair as it is now. Nothing while its parties negotiate or agreed, while nothing
   * changed of an open match, or within five minutes of a much alike proposal.
   *
   * @return whether it is proposed
   */
  boolean proposeAgain(RatedPair rated, Instant now) {
    if (isTaken() || isLike(rated) && (status.isOpen() || isRecent(now))) {
      return false;
    }
    describe(rated, now);
    return true;
  }

  /** Whether it may be in the race for the best: it is open, or would be proposed (again). */
  boolean isInTheRace(RatedPair rated, Instant now) {
    return status.isOpen() || !isTaken() && !(isLike(rated) && isRecent(now));
  }

  private boolean isTaken() {
    return status == MatchStatus.NEGOTIATING || status == MatchStatus.AGREED;
  }

  /** A match that had to make room may come back at once. */
  private boolean isRecent(Instant now) {
    return status != MatchStatus.EXPIRED && now.isBefore(proposedAt.plus(NOT_AGAIN_WITHIN));
  }

  /** Of an open match only more than what risk judged is something else. */
  private boolean isLike(RatedPair rated) {
    BigDecimal highest = rated.pair().values().highestValue();
    return terms.isLike(rated)
        && (terms.isWorthAlike(highest)
            || status.isOpen() && highest.compareTo(terms.judgedValue()) < 0);
  }

  private void describe(RatedPair rated, Instant now) {
    status = MatchStatus.PROPOSED;
    terms = MatchTerms.of(rated);
    reasons = null;
    proposedAt = now;
    expiresAt =
        earliest(
            now.plus(OPEN_FOR),
            rated.pair().requirement().terms().expiresAt(),
            rated.pair().availability().terms().expiresAt());
    raise(proposed());
    risk = RiskJudgement.awaiting(lastSequence());
  }

  private MatchProposed proposed() {
    return new MatchProposed(
        id,
        counterparts.requirementId(),
        counterparts.availabilityId(),
        counterparts.buyerId(),
        counterparts.sellerId(),
        counterparts.commodityId(),
        terms.score(),
        terms.quantity(),
        terms.quantityUnit(),
        terms.baseQuantity(),
        terms.baseUnit(),
        terms.money(),
        terms.priceUnit(),
        new Money(terms.value(), terms.currency()),
        new Money(terms.highestValue(), terms.currency()),
        terms.buyerBranchId(),
        terms.sellerBranchId(),
        terms.internalTradeBlocked(),
        terms.sellerPlace().country(),
        terms.buyerPlace().country(),
        expiresAt);
  }

  private static Instant earliest(Instant... times) {
    return Arrays.stream(times).min(Instant::compareTo).orElseThrow();
  }

  /** Once the parties negotiate, a verdict changes nothing until they agree. */
  void take(Verdict verdict) {
    if (!risk.takes(verdict)) {
      return;
    }
    risk = risk.take(verdict);
    if (verdict.isFail() && status.isOpen()) {
      reject(verdict.reasons());
    } else if (status == MatchStatus.PROPOSED) {
      status = MatchStatus.CLEARED;
      raise(
          new MatchCleared(
              id,
              counterparts.requirementId(),
              counterparts.availabilityId(),
              counterparts.buyerId(),
              counterparts.sellerId(),
              risk.statusName(),
              risk.score()));
    }
  }

  private void reject(List<String> why) {
    status = MatchStatus.REJECTED;
    reasons = String.join(", ", why);
    raise(
        new MatchRejected(
            id,
            counterparts.requirementId(),
            counterparts.availabilityId(),
            counterparts.buyerId(),
            counterparts.sellerId(),
            why));
  }

  /** Its time is over, or a better pair takes its place. */
  void expire() {
    if (status.isOpen()) {
      status = MatchStatus.EXPIRED;
      raise(
          new MatchExpired(
              id,
              counterparts.requirementId(),
              counterparts.availabilityId(),
              counterparts.buyerId(),
              counterparts.sellerId()));
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
  public void agree() {
    status = MatchStatus.AGREED;
  }

  /** The parties parted. */
  public void close() {
    status = MatchStatus.CLOSED;
  }

  /** Refuses when the last verdict on the pair forbids it; of whom risk warns stays hidden. */
  public void mustNotBeForbidden() {
    if (risk.isFail()) {
      throw new MatchRefusal.CounterpartyUnavailable(id).refused();
    }
  }

  /** Refuses more than what risk judged; how much that is would tell the seller the budget. */
  public void mustCover(BigDecimal agreed) {
    if (agreed.compareTo(terms.judgedValue()) > 0) {
      throw new MatchRefusal.BeyondMatch(id).refused();
    }
  }

  /** Refuses who is no party, as if the match were not there. */
  public Side sideOf(UUID partnerId) {
    return counterparts.sideOf(partnerId, "match", id);
  }

  /** The party with which this one would trade; refuses who is no party. */
  public UUID otherThan(UUID partnerId) {
    return counterparts.partyOn(sideOf(partnerId).opposite());
  }

  public Counterparts counterparts() {
    return counterparts;
  }

  boolean isOpen() {
    return status.isOpen();
  }

  boolean isBetterThan(BigDecimal other) {
    return terms.totalScore().compareTo(other) >= 0;
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

  public MatchStatus status() {
    return status;
  }

  public MatchTerms terms() {
    return terms;
  }

  RiskStatus riskStatus() {
    return risk.status();
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
