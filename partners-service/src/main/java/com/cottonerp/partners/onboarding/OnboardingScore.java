package com.cottonerp.partners.onboarding;

import com.cottonerp.partners.applicant.BusinessEntityType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The onboarding risk score: 0 to 100, higher is safer. Pure; the table is the business's. */
record OnboardingScore(int score, RiskCategory category, BigDecimal recommendedLimit) {
  private static final int START = 50;
  private static final int DAYS_PER_MONTH = 30;

  /**
   * What the score is made from.
   *
   * @param turnover verified yearly turnover in INR; null when nobody verified one
   * @param compliance how the tax authority sees it
   */
  record Facts(
      LocalDate registeredOn,
      BusinessEntityType entityType,
      boolean businessEntity,
      boolean hasQualityLab,
      boolean canArrangeTransport,
      BigDecimal turnover,
      GstCompliance compliance) {}

  static OnboardingScore of(Facts facts, LocalDate today) {
    int points =
        START
            + age(facts.registeredOn(), today)
            + legalForm(facts.entityType())
            + turnover(facts.turnover())
            + facts.compliance().points()
            + (facts.businessEntity() && facts.hasQualityLab() ? 10 : 0)
            + (facts.businessEntity() && facts.canArrangeTransport() ? 5 : 0);
    int score = Math.max(0, Math.min(100, points));
    return new OnboardingScore(score, RiskCategory.of(score), limit(facts.turnover(), score));
  }

  // An unknown date counts as an age of 0.
  private static int age(LocalDate registeredOn, LocalDate today) {
    long months =
        registeredOn == null ? 0 : ChronoUnit.DAYS.between(registeredOn, today) / DAYS_PER_MONTH;
    if (months >= 60) {
      return 20;
    }
    if (months >= 24) {
      return 10;
    }
    return months >= 12 ? 0 : -15;
  }

  private static int legalForm(BusinessEntityType type) {
    if (type == null) {
      return 0;
    }
    return switch (type) {
      case PRIVATE_LIMITED, PUBLIC_LIMITED -> 15;
      case PARTNERSHIP -> 5;
      case PROPRIETORSHIP -> -5;
      case LLP, LLC, CORPORATION, TRUST, SOCIETY, FOREIGN_ENTITY -> 0;
    };
  }

  private static int turnover(BigDecimal turnover) {
    if (turnover == null) {
      return 0;
    }
    if (turnover.compareTo(new BigDecimal(10_000_000)) >= 0) {
      return 15;
    }
    if (turnover.compareTo(new BigDecimal(5_000_000)) >= 0) {
      return 10;
    }
    return turnover.compareTo(new BigDecimal(1_000_000)) >= 0 ? 5 : 0;
  }

  private static BigDecimal limit(BigDecimal turnover, int score) {
    if (turnover == null) {
      return null;
    }
    String share = score >= 70 ? "0.15" : score >= 40 ? "0.10" : "0.05";
    return turnover.multiply(new BigDecimal(share)).setScale(2, RoundingMode.HALF_UP);
  }
}
