package com.cottonerp.defaults.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Problems that arise before a request reaches a resource, such as a body that is too large. */
@ApplicationScoped
class RouterProblems {
  private static final int EARLY = 1_000;
  private static final long MOST_DRAINED_BYTES = 64L * 1024 * 1024;

  private final ObjectMapper json;
  private final long maxBodyBytes;

  RouterProblems(
      ObjectMapper json, @ConfigProperty(name = "http.max-body-size") MemorySize maxBodySize) {
    this.json = json;
    this.maxBodyBytes = maxBodySize.asLongValue();
  }

  void register(@Observes Router router) {
    List.of(404, 405, 413, 415).forEach(status -> router.errorHandler(status, this::answer));
    router.route().order(Integer.MAX_VALUE - 1).failureHandler(this::answerTooLarge);
  }

  void register(@Observes Filters filters) {
    filters.register(this::refuseTooLarge, EARLY);
  }

  private void refuseTooLarge(RoutingContext request) {
    String length = request.request().getHeader("content-length");
    if (length != null && Long.parseLong(length) > maxBodyBytes) {
      drain(request.request());
      answer(request, 413);
    } else {
      request.next();
    }
  }

  // The body had no length and became too large while it was read.
  private void answerTooLarge(RoutingContext request) {
    if (request.failure() instanceof WebApplicationException failure
        && failure.getResponse().getStatus() == 413) {
      drain(request.request());
      answer(request, 413);
    } else {
      request.next();
    }
  }

  // WHY: a client that is still sending would wait for ever if nobody read on, and would not see
  // the
  // answer if the connection were just closed.
  private static void drain(HttpServerRequest request) {
    long[] drained = {0};
    request.handler(
        part -> {
          drained[0] += part.length();
          if (drained[0] > MOST_DRAINED_BYTES) {
            request.connection().close();
          }
        });
    request.resume();
  }

  private void answer(RoutingContext request) {
    answer(request, request.statusCode());
  }

  private void answer(RoutingContext request, int status) {
    if (request.response().ended()) {
      return;
    }
    request.response().setStatusCode(status).putHeader("content-type", Problem.MEDIA_TYPE);
    try {
      request.response().end(json.writeValueAsString(ProblemResponses.problem(status)));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
