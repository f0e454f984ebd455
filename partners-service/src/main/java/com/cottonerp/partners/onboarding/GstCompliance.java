package com.cottonerp.partners.onboarding;

/** How the tax authority rates a taxpayer's compliance. */
public enum GstCompliance {
  EXCELLENT(15),
  GOOD(10),
  POOR(-25),
  UNKNOWN(0);

  private final int points;

  GstCompliance(int points) {
    this.points = points;
  }

  int points() {
    return points;
  }
}
