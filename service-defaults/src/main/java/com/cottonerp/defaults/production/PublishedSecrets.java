package com.cottonerp.defaults.production;

import java.util.Set;

/** What this repository gives its development systems for secrets: everybody can read them. */
final class PublishedSecrets {
  private static final Set<String> ALL =
      Set.of(
          "postgres",
          "partners_app",
          "risk_app",
          "trade_desk_app",
          "settings_app",
          "outbox_relay",
          "a-key-for-this-machine-only-0123456789",
          "a-key-of-the-tests-0123456789abcdef",
          "none-for-the-recording-of-classes-only");

  private PublishedSecrets() {}

  static boolean contain(String secret) {
    return ALL.contains(secret);
  }
}
