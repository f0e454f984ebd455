package com.cottonerp.risk.assessment;

/** The outcome that a score stands for. */
public enum RiskStatus {
  PASS,
  WARN,
  FAIL;

  private static final int LEAST_PASS = 80;
  private static final int LEAST_WARN = 60;

  static RiskStatus of(int score) {
    if (score >= LEAST_PASS) {
      return PASS;
    }
    return score >= LEAST_WARN ? WARN : FAIL;
  }
}
