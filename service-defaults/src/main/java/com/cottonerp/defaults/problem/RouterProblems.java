package com.cottonerp.defaults.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Problems that arise before a request reaches a resource, such as a body that is too large. */
@ApplicationScoped
class RouterProblems {
  private final ObjectMapper json;

  RouterProblems(ObjectMapper json) {
    this.json = json;
  }

  void register(@Observes Router router) {
    List.of(404, 405, 413, 415).forEach(status -> router.errorHandler(status, this::answer));
  }

  private void answer(RoutingContext request) {
    if (request.response().ended()) {
      return;
    }
    int status = request.statusCode();
    request.response().setStatusCode(status).putHeader("content-type", Problem.MEDIA_TYPE);
    try {
      request.response().end(json.writeValueAsString(ProblemResponses.problem(status)));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
