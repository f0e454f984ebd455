package com.cottonerp.defaults.problem;

import com.cottonerp.defaults.problem.Problem.FieldError;
import com.cottonerp.defaults.text.Texts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.runtime.util.ExceptionUtil;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever goes wrong into a problem detail: never a stack trace, never a class name. */
class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private static final int LONGEST_IN_LOG = 300;
  private static final int LONGEST_VALUE = 100;

  private final SqlRefusals refusals;
  private final CurrentVertxRequest current;

  ProblemMappers(SqlRefusals refusals, CurrentVertxRequest current) {
    this.refusals = refusals;
    this.current = current;
  }

  @ServerExceptionMapper
  public Response refused(RefusedException failure) {
    Refusal refusal = failure.refusal();
    List<FieldError> errors = List.of();
    if (refusal instanceof InvalidField field) {
      errors = List.of(new FieldError(field.pointer(), field.detail()));
    } else if (refusal instanceof InvalidFields fields) {
      errors = fields.errors();
    }
    return ProblemResponses.of(refusal, errors);
  }

  @ServerExceptionMapper
  public Response invalid(ConstraintViolationException failure) {
    List<FieldError> errors =
        failure.getConstraintViolations().stream()
            .map(violation -> new FieldError(pointer(violation), violation.getMessage()))
            .sorted(java.util.Comparator.comparing(FieldError::pointer))
            .toList();
    return invalidRequest("The request has %d invalid field(s)".formatted(errors.size()), errors);
  }

  @ServerExceptionMapper
  public Response mismatched(MismatchedInputException failure) {
    return json(failure);
  }

  /** Something that is not there yet: the message says what. */
  @ServerExceptionMapper
  public Response notReady(ServiceUnavailableException failure) {
    return ProblemResponses.of(StandardProblem.NOT_READY, failure.getMessage(), List.of());
  }

  @ServerExceptionMapper
  public Response webApplication(WebApplicationException failure) {
    if (failure.getCause() instanceof JsonProcessingException json) {
      return json(json);
    }
    int status = failure.getResponse().getStatus();
    if (status >= 500) {
      return unexpected(failure);
    }
    return ProblemResponses.ofStatus(status);
  }

  /** The framework has answers of its own for these, without a body. */
  @ServerExceptionMapper({InvalidDefinitionException.class, ValidationException.class})
  public Response frameworks(Exception failure) {
    return unexpected(failure);
  }

  @ServerExceptionMapper
  public Response json(JsonProcessingException failure) {
    if (!(failure instanceof JsonMappingException mapping)) {
      return ProblemResponses.of(
          StandardProblem.MALFORMED_JSON, "The body is not well-formed JSON", List.of());
    }
    FieldError error = new FieldError(pointer(mapping), reason(mapping));
    return invalidRequest("The body does not have the expected shape", List.of(error));
  }

  @ServerExceptionMapper
  public Response unauthenticated(UnauthorizedException failure) {
    return ProblemResponses.unauthenticated("A bearer token is required");
  }

  @ServerExceptionMapper
  public Response badToken(AuthenticationFailedException failure) {
    return ProblemResponses.unauthenticated("The bearer token is not valid (any more)");
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException failure) {
    return ProblemResponses.of(
        StandardProblem.PERMISSION_MISSING, "The token lacks the permission", List.of());
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable failure) {
    if (UnstorableValue.causes(failure, refusals)) {
      LOG.warnf("A value could not be stored: %s", brief(failure));
      return invalidRequest("A value is out of range, or too long", List.of());
    }
    if (BrokenForm.causes(failure)) {
      LOG.warnf("A form could not be read: %s", brief(failure));
      return ProblemResponses.unreadable("The body is no form of parts between its boundary");
    }
    if (WaitedTooLong.causes(failure, refusals)) {
      LOG.warnf(
          "A request waited too long for others: %s. To do: nothing if it is rare; else look for"
              + " long transactions, or for one partner whose requests all come at once",
          brief(failure));
      return ProblemResponses.busy();
    }
    if (DatabaseOutage.causes(failure, refusals)) {
      LOG.warnf(
          "The database cannot be reached or refuses; the request got 503, and may be repeated. To do:"
              + " nothing if it comes back; else check the server, its disk, its connections and the"
              + " password (%s)",
          brief(failure));
      return ProblemResponses.ofStatus(503);
    }
    if (isAnswered()) {
      LOG.warnf(
          "What a request began was over after its answer that it took too long: %s. To do: what the"
              + " line about that answer says",
          brief(failure));
    } else {
      LOG.error("A request failed unexpectedly; the trace id leads to its log lines", failure);
    }
    return ProblemResponses.ofStatus(500);
  }

  // The request took too long, and the client has its answer.
  private boolean isAnswered() {
    RoutingContext request = current.getCurrent();
    return request != null && request.response().ended();
  }

  /** The cause in one line: what failed may repeat a text of the client's, of any length. */
  private static String brief(Throwable failure) {
    return Texts.line(ExceptionUtil.getRootCause(failure).toString(), LONGEST_IN_LOG);
  }

  private static Response invalidRequest(String detail, List<FieldError> errors) {
    return ProblemResponses.of(StandardProblem.INVALID_REQUEST, detail, errors);
  }

  // The first two nodes of a parameter's path are the method and the parameter.
  private static String pointer(ConstraintViolation<?> violation) {
    return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
        .skip(2)
        .map(ProblemMappers::step)
        .collect(Collectors.joining("/", "/", ""));
  }

  // An element of a list has an index, and a name only when it is a bean in the list.
  private static String step(Path.Node node) {
    boolean element = node.getKind() == ElementKind.CONTAINER_ELEMENT || node.getName() == null;
    if (node.getIndex() == null) {
      return element ? "" : node.getName();
    }
    return element ? node.getIndex().toString() : node.getIndex() + "/" + node.getName();
  }

  private static String pointer(JsonMappingException failure) {
    return failure.getPath().stream()
        .map(
            step ->
                step.getFieldName() != null ? step.getFieldName() : String.valueOf(step.getIndex()))
        .collect(Collectors.joining("/", "/", ""));
  }

  private static String reason(JsonMappingException failure) {
    if (failure instanceof UnrecognizedPropertyException) {
      return "is not a known field";
    }
    if (failure instanceof InvalidFormatException format) {
      return format.getTargetType() == String.class
          ? Texts.NOT_STORABLE
          : "'%s' is not %s"
              .formatted(
                  Texts.shown(String.valueOf(format.getValue()), LONGEST_VALUE),
                  expected(format.getTargetType()));
    }
    if (failure instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return "is not " + expected(mismatch.getTargetType());
    }
    return "has a value that cannot be used";
  }

  private static String expected(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(String::valueOf)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (Number.class.isAssignableFrom(type) || type == int.class || type == long.class) {
      return "a number";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (type == UUID.class) {
      return "a UUID";
    }
    if (java.time.temporal.Temporal.class.isAssignableFrom(type)) {
      return "a date or time in ISO 8601";
    }
    return type == String.class ? "a string" : "of the expected kind";
  }
}
