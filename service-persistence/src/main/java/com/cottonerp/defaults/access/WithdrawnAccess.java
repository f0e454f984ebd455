package com.cottonerp.defaults.access;

import com.cottonerp.defaults.security.AccessWithdrawn;
import com.cottonerp.defaults.security.UserClaims;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Refuses with 403 who acts for a partner whose employee they are no more. */
@ApplicationScoped
class WithdrawnAccess implements SecurityIdentityAugmentor {
  private final UserClaims claims;
  private final EmployeeAccess access;

  WithdrawnAccess(UserClaims claims, EmployeeAccess access) {
    this.claims = claims;
    this.access = access;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    // Caller refuses a claim that is no id, when somebody asks for it.
    Optional<UUID> partnerId = claims.partnerId(identity).flatMap(UserClaims::id);
    if (partnerId.isEmpty()) {
      return Uni.createFrom().item(identity);
    }
    String userId = identity.getPrincipal().getName();
    return access
        .isWithdrawn(partnerId.get(), userId)
        .invoke(
            withdrawn -> {
              if (withdrawn) {
                throw new AccessWithdrawn(userId, partnerId.get()).refused();
              }
            })
        .replaceWith(identity);
  }
}
