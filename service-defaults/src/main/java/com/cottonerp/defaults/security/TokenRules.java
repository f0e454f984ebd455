package com.cottonerp.defaults.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a token has to be beside signed and not expired. Pure.
 *
 * @param longest the longest time from the issue of a user's token to its end
 * @param longestOfServices the same of a token with no other permissions than those of service
 *     accounts
 */
record TokenRules(Duration longest, Duration longestOfServices) {
  /** Clocks of issuers and programs differ a little. */
  private static final Duration SKEW = Duration.ofSeconds(10);

  /** A token for an API; RFC 9068 calls it at+jwt, most issuers JWT, some nothing. */
  private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

  /**
   * Why a token is not taken; empty when it is.
   *
   * @param type the header typ; null when there is none
   * @param issued null when the token does not say
   */
  Optional<String> violation(
      String type, Instant issued, Instant expires, Set<String> permissions, Instant now) {
    if (type != null && !TYPES.contains(type.toLowerCase(Locale.ROOT))) {
      return Optional.of("it is of the type " + type);
    }
    if (issued != null && issued.isAfter(now.plus(SKEW))) {
      return Optional.of("it was issued in the future");
    }
    Instant from = issued == null ? now : issued;
    Duration most = isOfService(permissions) ? longestOfServices : longest;
    return Duration.between(from, expires).compareTo(most.plus(SKEW)) > 0
        ? Optional.of("it is valid for longer than " + most)
        : Optional.empty();
  }

  private static boolean isOfService(Set<String> permissions) {
    return !permissions.isEmpty() && Permission.SERVICE_ACCOUNTS_ONLY.containsAll(permissions);
  }
}
