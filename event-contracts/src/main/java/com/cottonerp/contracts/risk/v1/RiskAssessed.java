package com.cottonerp.contracts.risk.v1;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Risk judged a subject. A later verdict on the same subject follows in order.
 *
 * @param subjectType AVAILABILITY, REQUIREMENT, MATCH or PARTNER
 * @param status PASS, WARN or FAIL
 * @param score 0 to 100, higher is safer
 * @param violations the codes of what fails whatever the score, such as CIRCULAR_TRADING
 * @param rulesVersion which rules it was judged by
 * @param subjectSequence the sequence of the subject's event that was judged: a later change of the
 *     subject is judged anew. Absent in older events
 */
public record RiskAssessed(
    UUID verdictId,
    String subjectType,
    UUID subjectId,
    List<UUID> partnerIds,
    String status,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal score,
    List<RiskFactor> factors,
    List<String> violations,
    String rulesVersion,
    Instant assessedAt,
    Long subjectSequence)
    implements RiskEvent {}
