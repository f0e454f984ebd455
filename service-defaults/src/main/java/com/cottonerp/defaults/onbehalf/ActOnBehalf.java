package com.cottonerp.defaults.onbehalf;

import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.OnBehalfOf;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.defaults.security.UserClaims;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets an internal user act on behalf of the partner that {@code On-Behalf-Of}, or the token,
 * names: with the permission and with the consent of the partner. From then on the user sees and
 * does what a user of the partner does. Before everything that asks who the caller is. Thread-safe.
 */
@ApplicationScoped
class ActOnBehalf {
  private final Caller caller;
  private final OnBehalfOf onBehalfOf;
  private final Instance<Consents> consents;

  ActOnBehalf(Caller caller, OnBehalfOf onBehalfOf, Instance<Consents> consents) {
    this.caller = caller;
    this.onBehalfOf = onBehalfOf;
    this.consents = consents;
  }

  // After If-Applied, which may wait for the consent.
  @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1)
  public Uni<Void> check(ContainerRequestContext request) {
    String header = request.getHeaderString(OnBehalfOf.HEADER);
    if (header == null) {
      return caller.isBroker() && consents.isResolvable()
          ? act(caller.partnerId().orElseThrow())
          : Uni.createFrom().voidItem();
    }
    if (!consents.isResolvable()) {
      throw new OnBehalfRefusal.NothingOnBehalf().refused();
    }
    if (caller.isExternal()) {
      throw new OnBehalfRefusal.BrokersOnly().refused();
    }
    UUID partnerId =
        UserClaims.id(header.strip())
            .orElseThrow(
                () ->
                    new InvalidField("/" + OnBehalfOf.HEADER, "is the id of a partner").refused());
    if (caller.partnerId().filter(other -> !other.equals(partnerId)).isPresent()) {
      throw new OnBehalfRefusal.BrokersOnly().refused();
    }
    return act(partnerId);
  }

  private Uni<Void> act(UUID partnerId) {
    if (!caller.has(Permission.TRADE_ON_BEHALF)) {
      throw new OnBehalfRefusal.BrokersOnly().refused();
    }
    return consents
        .get()
        .isGivenBy(partnerId)
        .invoke(
            given -> {
              if (!given) {
                throw new OnBehalfRefusal.ConsentMissing(partnerId).refused();
              }
              onBehalfOf.actFor(partnerId);
            })
        .replaceWithVoid();
  }
}
