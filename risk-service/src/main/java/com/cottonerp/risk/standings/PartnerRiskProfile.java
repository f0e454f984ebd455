package com.cottonerp.risk.standings;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.risk.v1.ExposureLevelChanged;
import com.cottonerp.contracts.risk.v1.PartnerRiskAssessed;
import com.cottonerp.contracts.risk.v1.PartyLinkDetected;
import com.cottonerp.contracts.risk.v1.RiskEvent;
import com.cottonerp.eventing.outbox.AggregateRoot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/** A partner's standing. Publishes an event only when the standing changed. */
@Entity
@Table(name = "partner_risk_profile")
public class PartnerRiskProfile extends AggregateRoot {
  private static final String AT_FIRST = "GREEN";

  @Id
  @Column(name = "partner_id")
  private UUID partnerId;

  private String level;
  private BigDecimal utilisation;

  @Column(name = "credit_limit")
  private BigDecimal limit;

  private BigDecimal exposure;
  private String currency;

  @Column(name = "risk_score")
  private Integer riskScore;

  private String category;

  @Column(name = "recommended_limit")
  private BigDecimal recommendedLimit;

  private String factors;

  @Column(name = "assessed_at")
  private Instant assessedAt;

  protected PartnerRiskProfile() {}

  static PartnerRiskProfile of(UUID partnerId) {
    PartnerRiskProfile profile = new PartnerRiskProfile();
    profile.partnerId = partnerId;
    profile.level = AT_FIRST;
    return profile;
  }

  void assess(PartnerJudgement.Inputs inputs, String inCurrency, Instant now) {
    boolean sameCurrency = inCurrency.equals(currency);
    limit = inputs.limit();
    exposure = inputs.exposure();
    currency = inCurrency;
    assessedAt = now;
    moveTo(ExposureLevel.of(exposure, limit));
    judge(PartnerJudgement.of(inputs), sameCurrency);
  }

  private void moveTo(ExposureLevel next) {
    utilisation = next.utilisation();
    if (!next.level().equals(level)) {
      level = next.level();
      raise(
          new ExposureLevelChanged(
              partnerId,
              level,
              utilisation,
              new Money(limit, currency),
              new Money(exposure, currency)));
    }
  }

  private void judge(PartnerJudgement judgement, boolean sameCurrency) {
    boolean changed =
        riskScore == null
            || !sameCurrency
            || riskScore != judgement.score()
            || recommendedLimit.compareTo(judgement.recommendedLimit()) != 0;
    riskScore = judgement.score();
    category = judgement.category();
    recommendedLimit = judgement.recommendedLimit();
    factors = String.join(", ", judgement.factors());
    if (changed) {
      raise(
          new PartnerRiskAssessed(
              partnerId,
              riskScore,
              category,
              new Money(recommendedLimit, currency),
              judgement.factors()));
    }
  }

  /** Raised once for each pair of partners and kind, from the assessment of either partner. */
  void linkedTo(UUID other, String kind, String severity) {
    String pair =
        Stream.of(partnerId, other).map(UUID::toString).sorted().reduce("", String::concat);
    raiseOnce("link:" + pair + ":" + kind, new PartyLinkDetected(partnerId, other, kind, severity));
  }

  @Override
  public UUID id() {
    return partnerId;
  }

  @Override
  public String aggregateType() {
    return "PartnerRiskProfile";
  }

  @Override
  public String topic() {
    return RiskEvent.TOPIC;
  }

  UUID partnerId() {
    return partnerId;
  }

  String currency() {
    return currency;
  }

  BigDecimal limit() {
    return limit;
  }

  BigDecimal exposure() {
    return exposure;
  }

  BigDecimal utilisation() {
    return utilisation;
  }

  String level() {
    return level;
  }

  Integer riskScore() {
    return riskScore;
  }

  String category() {
    return category;
  }

  BigDecimal recommendedLimit() {
    return recommendedLimit;
  }

  String factors() {
    return factors;
  }

  Instant assessedAt() {
    return assessedAt;
  }
}
