package com.cottonerp.defaults.problem;

import com.cottonerp.defaults.problem.Problem.FieldError;
import com.cottonerp.defaults.text.Texts;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.URIDecoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;

/**
 * What has to be true of the head of a request before anybody acts on it: frameworks find out late,
 * and say it with a failure of the server. Pure.
 */
final class RequestRules {
  private RequestRules() {}

  /** The problem with a request; empty when there is none. */
  static Optional<Problem> problemOf(HttpServerRequest request) {
    if (request.headers().getAll("accept").stream().anyMatch(value -> !isMediaTypes(value))) {
      return Optional.of(
          ProblemResponses.badHead("The header Accept is not a list of media types"));
    }
    // No address of ours has one; frameworks and gateways differ in what they make of it.
    if (request.path().contains(";") || request.path().toLowerCase(Locale.ROOT).contains("%3b")) {
      return Optional.of(ProblemResponses.badHead("The address has a parameter in its path"));
    }
    try {
      if (!Texts.isStorable(URIDecoder.decodeURIComponent(request.path(), false))) {
        return Optional.of(ProblemResponses.problem(404));
      }
      return new QueryStringDecoder(request.uri())
          .parameters().entrySet().stream()
              .filter(parameter -> !isStorable(parameter))
              .findFirst()
              .map(
                  parameter ->
                      ProblemResponses.badField(
                          new FieldError("/" + parameter.getKey(), Texts.NOT_STORABLE)));
    } catch (RuntimeException undecodable) {
      return Optional.of(ProblemResponses.badHead("The address cannot be decoded"));
    }
  }

  private static boolean isStorable(Map.Entry<String, List<String>> parameter) {
    return Texts.isStorable(parameter.getKey())
        && parameter.getValue().stream().allMatch(Texts::isStorable);
  }

  private static boolean isMediaTypes(String header) {
    try {
      MediaTypeHelper.parseHeader(header);
      return true;
    } catch (RuntimeException garbage) {
      return false;
    }
  }
}
