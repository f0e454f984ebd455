package com.cottonerp.platform;

/** The platform of PostgreSQL and Pub/Sub, and the kind of Pub/Sub. */
final class Platform {
  private Platform() {}

  /** True with {@code -Dplatform=containers}; otherwise both run as processes of this machine. */
  static boolean isContainers() {
    return "containers".equals(System.getProperty("platform"));
  }

  /** True with {@code -Dpubsub=google}; otherwise Pub/Sub is the server of {@code local-pubsub}. */
  static boolean isGoogle() {
    return "google".equals(System.getProperty("pubsub"));
  }
}
