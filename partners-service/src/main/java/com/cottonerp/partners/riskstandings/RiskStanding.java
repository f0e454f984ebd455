package com.cottonerp.partners.riskstandings;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.risk.v1.ExposureLevelChanged;
import com.cottonerp.contracts.risk.v1.PartnerRiskAssessed;
import com.cottonerp.eventing.inbox.EventPosition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A partner's score, category and exposure. Only the projection changes it. */
@Entity
@Table(name = "risk_standing")
public class RiskStanding {
  @Id
  @Column(name = "partner_id")
  UUID partnerId;

  @Column(name = "risk_score")
  Integer riskScore;

  String category;

  @Column(name = "recommended_limit")
  BigDecimal recommendedLimit;

  String level;
  BigDecimal utilisation;
  BigDecimal exposure;

  @Column(columnDefinition = "char(3)")
  String currency;

  long sequence;

  @Column(name = "as_of")
  Instant asOf;

  static RiskStanding of(UUID partnerId) {
    RiskStanding standing = new RiskStanding();
    standing.partnerId = partnerId;
    return standing;
  }

  void assessed(PartnerRiskAssessed event) {
    riskScore = event.riskScore();
    category = event.category();
    if (event.recommendedCreditLimit() != null) {
      recommendedLimit = event.recommendedCreditLimit().amount();
      currency = event.recommendedCreditLimit().currency();
    }
  }

  void moved(ExposureLevelChanged event) {
    level = event.level();
    utilisation = event.utilisation();
    exposure = event.exposure().amount();
    currency = event.exposure().currency();
  }

  void reflects(EventPosition at) {
    sequence = at.sequence();
    asOf = at.occurredAt();
  }

  View view() {
    return new View(
        partnerId,
        riskScore,
        category,
        recommendedLimit == null ? null : new Money(recommendedLimit, currency),
        level,
        utilisation,
        exposure == null ? null : new Money(exposure, currency),
        sequence,
        asOf);
  }

  /** A standing as the API shows it. */
  @Schema(name = "RiskStandingView")
  record View(
      UUID partnerId,
      Integer riskScore,
      String category,
      Money recommendedCreditLimit,
      String exposureLevel,
      BigDecimal utilisation,
      Money exposure,
      long sequence,
      Instant asOf) {}
}
