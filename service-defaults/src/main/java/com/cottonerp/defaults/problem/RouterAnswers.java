package com.cottonerp.defaults.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers a request with a problem where no resource has it yet. Thread-safe. */
@ApplicationScoped
public class RouterAnswers {
  private static final long MOST_DRAINED_BYTES = 64L * 1024 * 1024;

  private final ObjectMapper json;

  RouterAnswers(ObjectMapper json) {
    this.json = json;
  }

  /** Whatever the client still sends is read and thrown away. */
  public void refuse(RoutingContext request, Problem problem) {
    drain(request.request());
    answer(request, problem);
  }

  // WHY: without reading on, a client that is still sending would wait for ever; with a closed
  // connection, the client would not see the answer.
  static void drain(HttpServerRequest request) {
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

  void answer(RoutingContext request, Problem problem) {
    if (request.response().ended()) {
      return;
    }
    request
        .response()
        .setStatusCode(problem.status())
        .putHeader("content-type", Problem.MEDIA_TYPE);
    try {
      request.response().end(json.writeValueAsString(problem));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
