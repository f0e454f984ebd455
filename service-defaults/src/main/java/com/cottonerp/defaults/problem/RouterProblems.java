package com.cottonerp.defaults.problem;

import com.cottonerp.defaults.connections.HeaderDeadline;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Problems that arise around a resource: a body that is too large, a path without a resource, an
 * answer that does not come in time.
 */
@ApplicationScoped
class RouterProblems {
  private static final Logger LOG = Logger.getLogger(RouterProblems.class);
  private static final int EARLY = 1_000;

  private final RouterAnswers answers;
  private final Vertx vertx;
  private final long maxBodyBytes;
  private final Duration requestTimeout;

  RouterProblems(
      RouterAnswers answers,
      Vertx vertx,
      @ConfigProperty(name = "http.max-body-size") MemorySize maxBodySize,
      @ConfigProperty(name = "http.request-timeout") Duration requestTimeout) {
    this.answers = answers;
    this.vertx = vertx;
    this.maxBodyBytes = maxBodySize.asLongValue();
    this.requestTimeout = requestTimeout;
  }

  void register(@Observes Router router) {
    List.of(400, 404, 405, 406, 413, 415)
        .forEach(status -> router.errorHandler(status, this::answer));
    router.route().order(Integer.MAX_VALUE - 1).failureHandler(this::answerFailure);
  }

  void register(@Observes Filters filters) {
    filters.register(this::limitTime, EARLY + 1);
    filters.register(this::refuseTooLarge, EARLY);
    filters.register(this::refuseUnreadable, EARLY - 1);
  }

  // The head of a request to the management port is as long on its way as any other.
  void register(@Observes ManagementInterface management) {
    management
        .router()
        .route()
        .order(Integer.MIN_VALUE)
        .handler(
            request -> {
              headIsThere(request);
              request.next();
            });
  }

  private static void headIsThere(RoutingContext request) {
    HeaderDeadline.of(request.request())
        .ifPresent(
            deadline -> {
              deadline.met();
              request.addEndHandler(ended -> deadline.next());
            });
  }

  // Of a client that sends too slowly as well as of work that takes too long, which goes on.
  private void limitTime(RoutingContext request) {
    headIsThere(request);
    long timer = vertx.setTimer(requestTimeout.toMillis(), fired -> giveUp(request));
    request.addEndHandler(ended -> vertx.cancelTimer(timer));
    request.next();
  }

  private void giveUp(RoutingContext request) {
    if (request.response().headWritten()) {
      request.response().reset();
      return;
    }
    LOG.warnf(
        "%s %s was not answered within %s. To do: look for what it waits for, with the trace id of"
            + " the answer",
        request.request().method(), request.normalizedPath(), requestTimeout);
    if (!request.request().isEnded()) {
      RouterAnswers.drain(request.request());
    }
    request.response().putHeader("Retry-After", "1");
    answers.answer(request, ProblemResponses.timedOut());
  }

  private void refuseTooLarge(RoutingContext request) {
    String length = request.request().getHeader("content-length");
    if (length != null && Long.parseLong(length) > maxBodyBytes) {
      refuse(request, 413);
    } else {
      request.next();
    }
  }

  private void refuseUnreadable(RoutingContext request) {
    RequestRules.problemOf(request.request())
        .ifPresentOrElse(problem -> answers.refuse(request, problem), request::next);
  }

  // What is wrong with a request before a resource reads it: a body that had no length and became
  // too large, a head that does not fit the version of HTTP.
  private void answerFailure(RoutingContext request) {
    if (request.failure() instanceof WebApplicationException failure
        && failure.getResponse().getStatus() == 413) {
      refuse(request, 413);
    } else if (request.failure() instanceof VertxException && request.statusCode() == 400) {
      refuse(request, 400);
    } else {
      request.next();
    }
  }

  private void refuse(RoutingContext request, int status) {
    answers.refuse(request, ProblemResponses.problem(status));
  }

  private void answer(RoutingContext request) {
    answer(request, request.statusCode());
  }

  private void answer(RoutingContext request, int status) {
    answers.answer(request, ProblemResponses.problem(status));
  }
}
