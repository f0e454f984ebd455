package com.cottonerp.partners.onboarding;

/** How risky an applicant is, and who decides on it. */
public enum RiskCategory {
  LOW(ApprovalRoute.AUTO),
  MEDIUM(ApprovalRoute.MANAGER),
  HIGH(ApprovalRoute.DIRECTOR),
  CRITICAL(ApprovalRoute.DIRECTOR);

  private final ApprovalRoute route;

  RiskCategory(ApprovalRoute route) {
    this.route = route;
  }

  static RiskCategory of(int score) {
    if (score >= 70) {
      return LOW;
    }
    if (score >= 40) {
      return MEDIUM;
    }
    return score >= 20 ? HIGH : CRITICAL;
  }

  /** Nobody is approved automatically before tax id, PAN, bank and documents are verified. */
  ApprovalRoute route(boolean everythingVerified) {
    return route == ApprovalRoute.AUTO && !everythingVerified ? ApprovalRoute.MANAGER : route;
  }
}
