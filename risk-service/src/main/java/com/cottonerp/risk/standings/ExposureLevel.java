package com.cottonerp.risk.standings;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A partner's exposure against its limit. Pure.
 *
 * @param level GREEN, YELLOW or RED; in RED the partner begins no new trade
 * @param alert NONE, LOW, MEDIUM, HIGH or CRITICAL
 * @param utilisation in percent with one decimal, rounded down: 99.96 is not yet 100
 */
public record ExposureLevel(String level, String alert, BigDecimal utilisation) {
  private static final BigDecimal HUNDRED = new BigDecimal("100");

  /** Without a limit there is no credit: any exposure is too much. */
  static ExposureLevel of(BigDecimal exposure, BigDecimal limit) {
    if (limit.signum() == 0) {
      return exposure.signum() > 0
          ? level("RED", "CRITICAL", HUNDRED)
          : level("GREEN", "NONE", BigDecimal.ZERO);
    }
    BigDecimal utilisation = exposure.multiply(HUNDRED).divide(limit, 1, RoundingMode.DOWN);
    if (utilisation.compareTo(HUNDRED) >= 0) {
      return level("RED", "CRITICAL", utilisation);
    }
    if (utilisation.compareTo(new BigDecimal("90")) >= 0) {
      return level("RED", "HIGH", utilisation);
    }
    if (utilisation.compareTo(new BigDecimal("75")) >= 0) {
      return level("YELLOW", "MEDIUM", utilisation);
    }
    return utilisation.compareTo(new BigDecimal("50")) >= 0
        ? level("YELLOW", "LOW", utilisation)
        : level("GREEN", "NONE", utilisation);
  }

  private static ExposureLevel level(String level, String alert, BigDecimal utilisation) {
    return new ExposureLevel(level, alert, utilisation.setScale(1, RoundingMode.DOWN));
  }
}
