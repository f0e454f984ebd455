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

  /**
   * Who decides.
   *
   * @param automatic whether a good score approves without a person: tax id, PAN, bank and
   *     documents are verified, by two people who had no other part, and the recommended limit is
   *     within a manager's tier
   */
  ApprovalRoute route(boolean automatic) {
    return route == ApprovalRoute.AUTO && !automatic ? ApprovalRoute.MANAGER : route;
  }
}
