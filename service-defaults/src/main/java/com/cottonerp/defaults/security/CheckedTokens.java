package com.cottonerp.defaults.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** Refuses with 401 each request whose token breaks {@link TokenRules}. */
@ApplicationScoped
class CheckedTokens implements SecurityIdentityAugmentor {
  private static final Logger LOG = Logger.getLogger(CheckedTokens.class);
  private static final int BEFORE_ALL_OTHERS = 1_000;

  private final TokenRules rules;
  private final ObjectMapper json;
  private final Clock clock = Clock.systemUTC();

  CheckedTokens(
      @ConfigProperty(name = "security.token-max-lifetime") Duration longest,
      @ConfigProperty(name = "security.service-token-max-lifetime") Duration longestOfServices,
      ObjectMapper json) {
    this.rules = new TokenRules(longest, longestOfServices);
    this.json = json;
  }

  @Override
  public int priority() {
    return BEFORE_ALL_OTHERS;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    Optional<String> violation =
        identity.getPrincipal() instanceof JsonWebToken token
            ? violation(token, identity)
            : Optional.empty();
    if (violation.isEmpty()) {
      return Uni.createFrom().item(identity);
    }
    LOG.warnf(
        "A token is refused: %s. To do: nothing if it is an attempt; else look at the issuer's"
            + " settings, TOKEN_MAX_LIFETIME and the clocks",
        violation.get());
    return Uni.createFrom().failure(new AuthenticationFailedException(violation.get()));
  }

  private Optional<String> violation(JsonWebToken token, SecurityIdentity identity) {
    if (token.getSubject() == null || token.getSubject().isBlank()) {
      return Optional.of("it names no subject");
    }
    long issued = token.getIssuedAtTime();
    return rules.violation(
        type(token.getRawToken()),
        issued == 0 ? null : Instant.ofEpochSecond(issued),
        Instant.ofEpochSecond(token.getExpirationTime()),
        identity.getRoles(),
        clock.instant());
  }

  private String type(String token) {
    try {
      byte[] header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
      return json.readTree(header).path("typ").asText(null);
    } catch (IOException impossible) {
      throw new AuthenticationFailedException(impossible); // It was read when it was verified.
    }
  }
}
