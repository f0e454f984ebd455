package com.cottonerp.defaults.security;

import com.cottonerp.defaults.problem.Refusal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Who makes the request, as its token says. Whoever is not an internal user ({@code user_type}
 * INTERNAL) acts for the partner in the claim {@code partner_id} only, whatever the request body
 * says.
 */
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;
  private final UserClaims claims;

  Caller(SecurityIdentity identity, UserClaims claims) {
    this.identity = identity;
    this.claims = claims;
  }

  public String userId() {
    return identity.getPrincipal().getName();
  }

  public boolean has(String permission) {
    return identity.hasRole(permission);
  }

  /** Everybody but who is said to be internal. */
  public boolean isExternal() {
    return !claims.isInternal(identity);
  }

  /** An internal user who acts for no partner. */
  public boolean seesEverybody() {
    return !isExternal() && partnerId().isEmpty();
  }

  /** Empty as well when the token names something that is no id. */
  public Optional<UUID> partnerId() {
    return claims.partnerId(identity).flatMap(Caller::id);
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  /** Refuses an external user who asks for another partner's things. */
  public void mustActFor(UUID partnerId) {
    if (isExternal() && !partnerId().map(partnerId::equals).orElse(false)) {
      throw new SomebodyElsesPartner(partnerId).refused();
    }
  }

  /** Refuses an external user where things of all partners are shown. */
  public void mustBeInternal() {
    if (isExternal()) {
      throw new InternalUsersOnly().refused();
    }
  }

  /** An external user asked for a partner that is not their own. */
  public record SomebodyElsesPartner(UUID partnerId) implements Refusal {
    @Override
    public int status() {
      return FORBIDDEN;
    }

    @Override
    public String detail() {
      return "You act for another partner than " + partnerId;
    }
  }

  /** An external user asked for what concerns all partners. */
  public record InternalUsersOnly() implements Refusal {
    @Override
    public int status() {
      return FORBIDDEN;
    }

    @Override
    public String detail() {
      return "This is for internal users";
    }
  }
}
