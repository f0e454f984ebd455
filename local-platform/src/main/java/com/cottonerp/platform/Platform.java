package com.cottonerp.platform;

/** Where PostgreSQL and the emulator run. */
final class Platform {
  private Platform() {}

  /** Whether with {@code -Dplatform=containers}; otherwise as processes of this machine. */
  static boolean isContainers() {
    return "containers".equals(System.getProperty("platform"));
  }
}
