package com.cottonerp.runner;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where development bearer tokens come from. */
public interface Tokens {
  /**
   * A signed bearer token.
   *
   * @param permissions what the token allows
   * @param partnerId the partner that an external user acts for; empty = an internal user
   */
  String token(String userId, Set<String> permissions, Optional<UUID> partnerId, Duration lifetime);

  /** A token with all permissions, for an hour. */
  default String token(String userId) {
    return token(userId, DevelopmentIssuer.ALL_PERMISSIONS, Optional.empty(), Duration.ofHours(1));
  }
}
