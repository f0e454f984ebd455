package com.cottonerp.tradedesk.verdicts;

import com.cottonerp.contracts.risk.v1.RiskAssessed;
import com.cottonerp.contracts.risk.v1.RiskFactor;
import java.math.BigDecimal;
import java.util.List;

/**
 * What risk says of a post or a match.
 *
 * @param reasons the codes of what is violated, or else of what costs points
 * @param sequence the event of the subject that was assessed; null when risk does not say
 */
public record Verdict(RiskStatus status, BigDecimal score, List<String> reasons, Long sequence) {

  public static Verdict of(RiskAssessed event) {
    return new Verdict(
        RiskStatus.valueOf(event.status()),
        event.score(),
        event.violations().isEmpty() ? deductions(event) : event.violations(),
        event.subjectSequence());
  }

  private static List<String> deductions(RiskAssessed event) {
    return event.factors().stream()
        .filter(factor -> factor.deduction() != null && factor.deduction() > 0)
        .map(RiskFactor::code)
        .toList();
  }

  public boolean isFail() {
    return status == RiskStatus.FAIL;
  }
}
