package com.cottonerp.risk.assessment;

import com.cottonerp.contracts.risk.v1.RiskEvent;
import com.cottonerp.eventing.outbox.AggregateRoot;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A post or pair, with its verdicts in order. */
@Entity
@Table(name = "risk_verdict")
public class AssessedSubject extends AggregateRoot {
  @Id private UUID id;

  @Column(name = "subject_type")
  private String subjectType;

  @Column(name = "subject_id")
  private UUID subjectId;

  protected AssessedSubject() {}

  /**
   * The subject and its verdicts are two aggregates: the id of this aggregate is derived from the
   * subject's.
   */
  static UUID idOf(UUID subjectId) {
    return UuidCreator.getNameBasedSha1(subjectId, "verdict");
  }

  static AssessedSubject on(String subjectType, UUID subjectId) {
    AssessedSubject verdict = new AssessedSubject();
    verdict.id = idOf(subjectId);
    verdict.subjectType = subjectType;
    verdict.subjectId = subjectId;
    return verdict;
  }

  /** Publishes one verdict for each cause, even when the cause arrives twice. */
  void judged(Assessment assessment) {
    raiseOnce("verdict:" + assessment.causeId, assessment.published());
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public String aggregateType() {
    return "RiskVerdict";
  }

  @Override
  public String topic() {
    return RiskEvent.TOPIC;
  }
}
