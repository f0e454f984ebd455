package com.cottonerp.defaults.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes the permissions that concern all partners from everybody who is not an internal user: an
 * identity provider that grants one of them to a partner's user by mistake opens nothing.
 */
@ApplicationScoped
class InternalPermissions implements SecurityIdentityAugmentor {
  private final UserClaims claims;

  InternalPermissions(UserClaims claims) {
    this.claims = claims;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return Uni.createFrom()
        .item(
            identity.isAnonymous() || claims.isInternal(identity)
                ? identity
                : withoutInternalPermissions(identity));
  }

  private SecurityIdentity withoutInternalPermissions(SecurityIdentity identity) {
    boolean ofPartner = claims.partnerId(identity).isPresent();
    Set<String> allowed =
        identity.getRoles().stream()
            .filter(permission -> !Permission.INTERNAL_ONLY.contains(permission))
            .filter(
                permission -> !ofPartner || !Permission.SERVICE_ACCOUNTS_ONLY.contains(permission))
            .collect(Collectors.toSet());
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(identity.getPrincipal())
        .addCredentials(identity.getCredentials())
        .addAttributes(identity.getAttributes())
        .addRoles(allowed)
        .build();
  }
}
