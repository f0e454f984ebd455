package com.cottonerp.partners.riskstandings;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.risk.v1.ExposureLevelChanged;
import com.cottonerp.contracts.risk.v1.PartnerRiskAssessed;
import com.cottonerp.eventing.inbox.EventPosition;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
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

  /**
   * A standing as the API shows it. Null is what risk has not published yet of the partner.
   *
   * @param riskScore 0 to 100, as category and recommendedCreditLimit from the last assessment
   * @param utilisation of the limit, in percent, as exposureLevel and exposure from the last change
   *     of the level; above 100 when it is
   * @param sequence the number of the last event that the standing reflects
   */
  @Schema(name = "RiskStandingView")
  record View(
      UUID partnerId,
      @Nullable @Schema(description = "Null until the partner is assessed") Integer riskScore,
      @Nullable String category,
      @Nullable Money recommendedCreditLimit,
      @Nullable @Schema(description = "Null until the level changes for the first time")
          String exposureLevel,
      @Nullable
          @Schema(description = "Of the limit, in percent; above 100 when it is")
          @JsonFormat(shape = JsonFormat.Shape.STRING)
          BigDecimal utilisation,
      @Nullable Money exposure,
      long sequence,
      Instant asOf) {}
}
