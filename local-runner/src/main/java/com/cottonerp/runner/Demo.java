package com.cottonerp.runner;

/** The business journey, step by step, with each event's way and time. */
final class Demo {
  private final SystemFile system;
  private final DevelopmentIssuer issuer;

  Demo(SystemFile system, DevelopmentIssuer issuer) {
    this.system = system;
    this.issuer = issuer;
  }

  boolean play() {
    throw new UsageException("not yet");
  }
}
