package com.cottonerp.platform.testkit;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tokens of the tests' issuer, signed with the key that Quarkus makes for tests. The same
 * claims are signed once: without the optimising compiler a signature takes 20 ms of CPU time,
 * which was a third of what the tests of a service took. Thread-safe.
 */
public final class UserTokens {
  /** Longer than any run of tests. */
  private static final Duration LIFETIME = Duration.ofMinutes(100);

  private record Claims(
      String subject, String userType, Set<String> permissions, Map<String, String> more) {}

  private static final Map<Claims, String> SIGNED = new ConcurrentHashMap<>();

  private UserTokens() {}

  /** The token of a user of the brokerage. */
  public static String internal(String subject, Collection<String> permissions) {
    return of(subject, "INTERNAL", permissions, Map.of());
  }

  /** The token of a user of a partner. */
  public static String external(String subject, Collection<String> permissions, String partnerId) {
    return of(subject, "EXTERNAL", permissions, Map.of("partner_id", partnerId));
  }

  /**
   * @param more further claims, or others in the place of {@code upn}, which is the subject
   */
  public static String of(
      String subject, String userType, Collection<String> permissions, Map<String, String> more) {
    return SIGNED.computeIfAbsent(
        new Claims(subject, userType, Set.copyOf(permissions), Map.copyOf(more)), UserTokens::sign);
  }

  private static String sign(Claims claims) {
    JwtClaimsBuilder token =
        Jwt.issuer(ContextDatabase.ISSUER)
            .upn(claims.subject())
            .subject(claims.subject())
            .groups(claims.permissions())
            .claim("user_type", claims.userType())
            .expiresIn(LIFETIME);
    claims.more().forEach(token::claim);
    return token.sign();
  }
}
