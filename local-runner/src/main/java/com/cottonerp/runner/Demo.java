package com.cottonerp.runner;

import java.util.Locale;

/** The business journey so far, step by step, with each event's way and time. */
final class Demo {
  private final DemoStage stage;

  Demo(SystemFile system, DevelopmentIssuer issuer) {
    this.stage = new DemoStage(system, issuer);
  }

  /** True when every step went as it should. */
  boolean play() {
    String mark = Long.toString(System.currentTimeMillis(), 36).toUpperCase(Locale.ROOT);
    try {
      new SettingsDemo(stage, mark).play();
      new PartnerDemo(stage).play();
      System.out.printf("%nDone. %s%n", stage.trail.medianReport());
      return true;
    } catch (IllegalStateException failure) {
      System.err.println("\nThe journey stopped: " + failure.getMessage());
      return false;
    }
  }
}
