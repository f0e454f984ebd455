package com.cottonerp.defaults.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Names the principal of a token by its {@link SubjectIds id}: code that asks for the name of the
 * principal gets the id, so that no name and no e-mail address reaches an event, a log or another
 * party.
 */
@ApplicationScoped
class OpaqueSubjects implements SecurityIdentityAugmentor {
  /** WHY: {@link CheckedTokens} has refused by then what names no subject. */
  private static final int AFTER_THE_CHECKS = 500;

  @Override
  public int priority() {
    return AFTER_THE_CHECKS;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Uni.createFrom().item(identity);
    }
    return Uni.createFrom()
        .item(QuarkusSecurityIdentity.builder(identity).setPrincipal(new Subject(token)).build());
  }

  /** The token, under the id of its subject. */
  record Subject(JsonWebToken token) implements JsonWebToken {
    @Override
    public String getName() {
      return SubjectIds.of(token.getIssuer(), token.getSubject()).toString();
    }

    @Override
    public Set<String> getClaimNames() {
      return token.getClaimNames();
    }

    @Override
    public <T> T getClaim(String name) {
      return token.getClaim(name);
    }
  }
}
