package com.cottonerp.platform;

/** Where PostgreSQL and Pub/Sub run, and which Pub/Sub it is. */
final class Platform {
  private Platform() {}

  /** Whether with {@code -Dplatform=containers}; otherwise as processes of this machine. */
  static boolean isContainers() {
    return "containers".equals(System.getProperty("platform"));
  }

  /** Whether with {@code -Dpubsub=google}; otherwise it is the server of {@code local-pubsub}. */
  static boolean isGoogle() {
    return "google".equals(System.getProperty("pubsub"));
  }
}
