package com.cottonerp.risk.assessment;

import com.cottonerp.contracts.risk.v1.RiskAssessed;
import com.cottonerp.contracts.risk.v1.RiskFactor;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An assessment with its inputs and rules. Never changed. */
@Entity
@Table(name = "assessment")
class Assessment {
  @Id UUID id;

  @Column(name = "verdict_id")
  UUID verdictId;

  @Column(name = "subject_type")
  String subjectType;

  @Column(name = "subject_id")
  UUID subjectId;

  /** The event that asked for the assessment. */
  @Column(name = "cause_id")
  UUID causeId;

  /** The sequence of that event in the subject. */
  @Column(name = "subject_sequence")
  Long subjectSequence;

  @Enumerated(EnumType.STRING)
  RiskStatus status;

  BigDecimal score;

  @JdbcTypeCode(SqlTypes.JSON)
  Factors factors;

  @JdbcTypeCode(SqlTypes.JSON)
  Grounds inputs;

  /** The database takes them from the inputs. */
  @Column(name = "partner_ids", insertable = false, updatable = false)
  UUID[] partnerIds;

  @Column(name = "rules_version")
  String rulesVersion;

  @Column(name = "assessed_at")
  Instant assessedAt;

  /** Wrapped in one JSON object, since the driver takes no JSON array. */
  record Factors(List<RiskFactor> all, List<String> violations) {}

  static Assessment of(UUID id, Post post, UUID causeId, Judgement.Inputs inputs, Instant now) {
    Judgement judgement = Judgement.of(inputs);
    Assessment assessment = on(id, post.subjectType(), post.subjectId(), causeId, now);
    assessment.subjectSequence = post.sequence();
    assessment.status = judgement.status();
    assessment.score = BigDecimal.valueOf(judgement.score());
    assessment.factors = new Factors(judgement.factors(), judgement.violations());
    assessment.inputs = new Grounds(inputs, null);
    return assessment;
  }

  static Assessment of(
      UUID id, ProposedPair pair, UUID causeId, PairJudgement.Inputs inputs, Instant now) {
    PairJudgement judgement = PairJudgement.of(inputs);
    Assessment assessment = on(id, "MATCH", pair.matchId(), causeId, now);
    assessment.subjectSequence = pair.sequence();
    assessment.status = judgement.status();
    assessment.score = judgement.score();
    assessment.factors = new Factors(judgement.factors(), judgement.violations());
    assessment.inputs = new Grounds(null, inputs);
    return assessment;
  }

  private static Assessment on(
      UUID id, String subjectType, UUID subjectId, UUID causeId, Instant now) {
    Assessment assessment = new Assessment();
    assessment.id = id;
    assessment.verdictId = AssessedSubject.idOf(subjectId);
    assessment.subjectType = subjectType;
    assessment.subjectId = subjectId;
    assessment.causeId = causeId;
    assessment.rulesVersion = Judgement.RULES_VERSION;
    assessment.assessedAt = now;
    return assessment;
  }

  private List<UUID> partners() {
    return inputs.pair() == null
        ? List.of(inputs.post().partnerId())
        : List.of(inputs.pair().buyer().partnerId(), inputs.pair().seller().partnerId());
  }

  RiskAssessed published() {
    return new RiskAssessed(
        verdictId,
        subjectType,
        subjectId,
        partners(),
        status.name(),
        score,
        factors.all(),
        factors.violations(),
        rulesVersion,
        assessedAt,
        subjectSequence);
  }

  View view() {
    return new View(
        id,
        subjectType,
        subjectId,
        status,
        score,
        factors.all(),
        factors.violations(),
        inputs,
        rulesVersion,
        assessedAt,
        subjectSequence);
  }

  /**
   * An assessment in the API.
   *
   * @param subjectType AVAILABILITY, REQUIREMENT or MATCH
   * @param score 0 to 100, higher is safer
   * @param violations the codes of the rules that fail the subject at any score
   * @param subjectSequence the sequence of the assessed event of the subject; null for assessments
   *     from before this column
   */
  @Schema(name = "AssessmentView")
  public record View(
      UUID id,
      @Schema(description = "AVAILABILITY, REQUIREMENT or MATCH") String subjectType,
      UUID subjectId,
      RiskStatus status,
      @Schema(description = "0 to 100, higher is safer")
          @JsonFormat(shape = JsonFormat.Shape.STRING)
          BigDecimal score,
      List<RiskFactor> factors,
      @Schema(description = "What fails whatever the score") List<String> violations,
      Grounds inputs,
      String rulesVersion,
      Instant assessedAt,
      @Nullable
          @Schema(
              description =
                  "Of the subject's event that was judged; null of assessments from before it was kept")
          Long subjectSequence) {}
}
