package com.cottonerp.tradedesk.verdicts;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;

/**
 * The last verdict that a post or a match took, and the event of it that the next verdict has to be
 * on. A verdict on an earlier event is out of date and changes nothing.
 *
 * @param status null until the first verdict
 * @param score null until the first verdict
 * @param awaitedSequence 0 when any verdict will do
 */
@Embeddable
public record RiskJudgement(
    @Enumerated(EnumType.STRING) @Column(name = "risk_status") RiskStatus status,
    @Column(name = "risk_score") BigDecimal score,
    @Column(name = "awaited_sequence") long awaitedSequence) {

  /** Waits for the verdict on an event, and forgets those before. */
  public static RiskJudgement awaiting(long sequence) {
    return new RiskJudgement(null, null, sequence);
  }

  /** Waits for the verdict on another event; the last one shows until then. */
  public RiskJudgement andAwaiting(long sequence) {
    return new RiskJudgement(status, score, sequence);
  }

  /** Whether a verdict is on the awaited event, or on a later one. */
  public boolean takes(Verdict verdict) {
    return verdict.sequence() == null || verdict.sequence() >= awaitedSequence;
  }

  /** With what the verdict says, in place of the last one. */
  public RiskJudgement take(Verdict verdict) {
    return new RiskJudgement(verdict.status(), verdict.score(), awaitedSequence);
  }

  public boolean isFail() {
    return status == RiskStatus.FAIL;
  }

  /** Whether risk let the subject pass, with or without a warning. */
  public boolean isPassed() {
    return status == RiskStatus.PASS || status == RiskStatus.WARN;
  }

  public boolean isWarning() {
    return status == RiskStatus.WARN;
  }

  /** The status as events carry it; null until the first verdict. */
  public String statusName() {
    return status == null ? null : status.name();
  }

  /** The score as events carry it; null until the first verdict. */
  public Integer wholeScore() {
    return score == null ? null : score.intValue();
  }
}
