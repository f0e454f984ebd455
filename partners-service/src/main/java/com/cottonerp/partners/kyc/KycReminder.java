package com.cottonerp.partners.kyc;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Says that a KYC expires soon.
 *
 * @param daysBefore the step that is due: 90, 60, 30 or 7
 * @param severity CRITICAL (also by SMS), HIGH or NORMAL
 */
public record KycReminder(UUID partnerId, LocalDate expiresOn, int daysBefore, String severity) {
  /** From the closest to the farthest. */
  static final List<Integer> STEPS = List.of(7, 30, 60, 90);

  /** The closest step that is due with so many days left; none is due after the last day. */
  static KycReminder due(UUID partnerId, LocalDate expiresOn, LocalDate today) {
    long left = today.until(expiresOn, java.time.temporal.ChronoUnit.DAYS);
    return left < 0
        ? null
        : STEPS.stream()
            .filter(step -> left <= step)
            .findFirst()
            .map(step -> new KycReminder(partnerId, expiresOn, step, severityOf(step)))
            .orElse(null);
  }

  private static String severityOf(int step) {
    if (step <= 7) {
      return "CRITICAL";
    }
    return step <= 30 ? "HIGH" : "NORMAL";
  }
}
