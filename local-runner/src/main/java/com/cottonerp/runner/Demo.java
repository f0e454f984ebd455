package com.cottonerp.runner;

import java.util.Locale;

/** The business journey, step by step, with each event's way and time. */
final class Demo {
  private final DemoStage stage;

  /**
   * @param traced true to have every request kept for {@code ./run traces}
   */
  Demo(SystemFile system, Tokens tokens, boolean traced) {
    this.stage = new DemoStage(system, tokens, traced);
  }

  /** True when every step went as it should. */
  boolean play() {
    String mark = Long.toString(System.currentTimeMillis(), 36).toUpperCase(Locale.ROOT);
    try {
      SettingsDemo.Setup setup = new SettingsDemo(stage, mark).play();
      PartnerDemo partners = new PartnerDemo(stage);
      partners.join();
      new TradingDemo(stage, setup, partners.ginner(), partners.spinner()).play();
      partners.leave();
      System.out.printf("%nDone. %s%n", stage.trail.medianReport());
      return true;
    } catch (IllegalStateException failure) {
      System.err.println("\nThe journey stopped: " + failure.getMessage());
      return false;
    }
  }
}
