package com.cottonerp.tradedesk.verdicts;

import com.cottonerp.contracts.risk.v1.RiskAssessed;
import com.cottonerp.contracts.risk.v1.RiskFactor;
import com.cottonerp.eventing.inbox.EventPosition;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What risk said of a subject. Only the projection changes it. */
@Entity
@Table(name = "risk_verdict")
public class RiskVerdict {
  @Id
  @Column(name = "subject_id")
  UUID subjectId;

  @Column(name = "subject_type")
  String subjectType;

  String status;
  BigDecimal score;

  @JdbcTypeCode(SqlTypes.JSON)
  Factors factors;

  @Column(name = "rules_version")
  String rulesVersion;

  @Column(name = "assessed_at")
  Instant assessedAt;

  long sequence;

  /** One JSON object, since the driver takes no JSON array. */
  record Factors(List<RiskFactor> all) {}

  void replaceWith(RiskAssessed event, EventPosition at) {
    subjectId = event.subjectId();
    subjectType = event.subjectType();
    status = event.status();
    score = event.score();
    factors = new Factors(event.factors());
    rulesVersion = event.rulesVersion();
    assessedAt = event.assessedAt();
    sequence = at.sequence();
  }

  View view() {
    return new View(
        subjectId, subjectType, status, score, factors.all(), rulesVersion, assessedAt, sequence);
  }

  /**
   * A verdict as the API shows it.
   *
   * @param subjectType AVAILABILITY, REQUIREMENT or MATCH
   * @param status PASS, WARN or FAIL
   * @param score 0 to 100, higher is safer
   */
  @Schema(name = "RiskVerdictView")
  record View(
      UUID subjectId,
      @Schema(description = "AVAILABILITY, REQUIREMENT or MATCH") String subjectType,
      @Schema(description = "PASS, WARN or FAIL") String status,
      @Schema(description = "0 to 100, higher is safer")
          @JsonFormat(shape = JsonFormat.Shape.STRING)
          BigDecimal score,
      List<RiskFactor> factors,
      String rulesVersion,
      Instant assessedAt,
      long sequence) {}
}
