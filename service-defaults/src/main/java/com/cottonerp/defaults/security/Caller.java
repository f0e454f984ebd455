package com.cottonerp.defaults.security;

import com.cottonerp.defaults.problem.Refusal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who makes the request, as its token says. External users ({@code user_type} EXTERNAL) act for the
 * partner in the claim {@code partner_id} only, whatever the request body says.
 */
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  public String userId() {
    return identity.getPrincipal().getName();
  }

  public boolean has(String permission) {
    return identity.hasRole(permission);
  }

  public boolean isExternal() {
    return "EXTERNAL".equals(claim("user_type"));
  }

  public Optional<UUID> partnerId() {
    return Optional.ofNullable(claim("partner_id")).map(UUID::fromString);
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

  private String claim(String name) {
    if (identity.getPrincipal() instanceof JsonWebToken token && token.getClaim(name) != null) {
      return token.getClaim(name).toString();
    }
    return null;
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
