package com.cottonerp.defaults.limits;

import com.cottonerp.defaults.connections.ClientAddresses;
import com.cottonerp.defaults.limits.RequestLimits.Kind;
import com.cottonerp.defaults.problem.ProblemResponses;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.defaults.problem.RouterAnswers;
import com.cottonerp.defaults.security.AccessWithdrawn;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses with 429 who asks for too much of {@code /api}: by the identity of a token, reads and
 * writes apart, and by address without a token. Health, metrics and documents are never limited.
 *
 * <p>A token that is not valid is found out by reading it; such a request counts for its address,
 * and is answered with 429 instead of 401 when there were too many. WHY no token of that address is
 * refused unread: everybody behind one gateway may have one address, and those with a valid token
 * are to be served. Who acts for a partner no more is known, and counts as everybody does.
 */
@ApplicationScoped
class LimitedRequests {
  private static final int AFTER_THE_HEAD_IS_CHECKED = 998;

  private final RequestLimits limits;
  private final ClientAddresses addresses;
  private final CurrentIdentityAssociation identity;
  private final RouterAnswers answers;
  private final Uploads uploads;
  private final CurrentVertxRequest current;

  LimitedRequests(
      RequestLimits limits,
      ClientAddresses addresses,
      CurrentIdentityAssociation identity,
      RouterAnswers answers,
      Uploads uploads,
      CurrentVertxRequest current) {
    this.limits = limits;
    this.addresses = addresses;
    this.identity = identity;
    this.answers = answers;
    this.uploads = uploads;
    this.current = current;
  }

  void register(@Observes Filters filters) {
    filters.register(this::limitByAddress, AFTER_THE_HEAD_IS_CHECKED);
  }

  private void limitByAddress(RoutingContext request) {
    if (!request.normalizedPath().startsWith("/api/")
        || request.request().getHeader("authorization") != null) {
      request.next();
      return;
    }
    Duration wait = limits.take(Kind.ANONYMOUS, addressOf(request));
    if (wait.isZero()) {
      request.next();
    } else {
      request.response().putHeader("Retry-After", Long.toString(seconds(wait)));
      answers.refuse(request, ProblemResponses.tooManyRequests());
    }
  }

  /** Before a resource is looked for, so that what is refused or not found counts as well. */
  @ServerRequestFilter(preMatching = true)
  Uni<Response> limitByIdentity(ContainerRequestContext request) {
    String method = request.getMethod();
    Kind kind = method.equals("GET") || method.equals("HEAD") ? Kind.READ : Kind.WRITE;
    return identity
        .getDeferredIdentity()
        .map(
            user ->
                user.isAnonymous()
                    ? withoutIdentity()
                    : refusal(kind, user.getPrincipal().getName(), request))
        .onFailure()
        .recoverWithItem(failure -> refusal(kind, failure));
  }

  // Answered by the check of permissions when it is not too often.
  private Response refusal(Kind kind, Throwable failure) {
    if (failure instanceof AuthenticationFailedException) {
      return withoutIdentity();
    }
    return failure instanceof RefusedException refused
            && refused.refusal() instanceof AccessWithdrawn withdrawn
        ? tooMany(kind, withdrawn.userId())
        : null;
  }

  // Who has no token was counted when the request came.
  private Response withoutIdentity() {
    RoutingContext request = current.getCurrent();
    return request.request().getHeader("authorization") == null
        ? null
        : tooMany(Kind.ANONYMOUS, addressOf(request));
  }

  private Response tooMany(Kind kind, String client) {
    Duration wait = limits.take(kind, client);
    return wait.isZero() ? null : ProblemResponses.tooManyRequests(seconds(wait));
  }

  private String addressOf(RoutingContext request) {
    return String.valueOf(addresses.of(request.request()));
  }

  private Response refusal(Kind kind, String client, ContainerRequestContext request) {
    Response tooMany = tooMany(kind, client);
    if (tooMany != null) {
      return tooMany;
    }
    return !Uploads.isUpload(request.getHeaderString("Content-Type"))
            || uploads.begin(client, current.getCurrent())
        ? null
        : ProblemResponses.tooManyUploads();
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
  }
}
