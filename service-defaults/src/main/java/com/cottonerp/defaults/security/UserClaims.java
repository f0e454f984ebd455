package com.cottonerp.defaults.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Where the tokens of the identity provider say who somebody is. Thread-safe. */
@ApplicationScoped
public class UserClaims {
  private static final String INTERNAL = "INTERNAL";

  private final String userTypeClaim;
  private final String partnerClaim;

  UserClaims(
      @ConfigProperty(name = "security.user-type-claim") String userTypeClaim,
      @ConfigProperty(name = "security.partner-claim") String partnerClaim) {
    this.userTypeClaim = userTypeClaim;
    this.partnerClaim = partnerClaim;
  }

  /** Whether the token says INTERNAL; false for a token without the claim. */
  boolean isInternal(SecurityIdentity identity) {
    return claim(identity, userTypeClaim).filter(INTERNAL::equals).isPresent();
  }

  /**
   * The partner for whom the token acts, as the token spells it; empty for a token of no partner.
   */
  public Optional<String> partnerId(SecurityIdentity identity) {
    return claim(identity, partnerClaim);
  }

  /**
   * What the token calls the user; null when it is no token. Personal: never logged or published.
   */
  String name(SecurityIdentity identity) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return null;
    }
    for (String claim : List.of("upn", "preferred_username", "sub")) {
      if (token.getClaim(claim) instanceof String name) {
        return name;
      }
    }
    return null;
  }

  /** A text as an id; empty when it is none. */
  public static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private static Optional<String> claim(SecurityIdentity identity, String name) {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? Optional.ofNullable(token.getClaim(name)).map(Object::toString)
        : Optional.empty();
  }
}
