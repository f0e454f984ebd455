package com.cottonerp.runner;

import java.util.Locale;

/** Plays the business journey step by step, and prints the way and the time of each event. */
final class Demo {
  private final DemoStage stage;

  /**
   * @param traced true to have every request kept for {@code ./run traces}
   */
  Demo(SystemFile system, Tokens tokens, boolean traced) {
    this.stage = new DemoStage(system, tokens, traced);
  }

  /** Returns true when every step succeeded. */
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
