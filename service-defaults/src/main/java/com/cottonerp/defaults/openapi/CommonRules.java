package com.cottonerp.defaults.openapi;

import com.cottonerp.defaults.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Writes into every operation what every operation does: its headers, and its problems. */
final class CommonRules {
  private static final String PROBLEM_SCHEMA = "Problem";

  private CommonRules() {}

  /**
   * @param executedOnce the operations that heed an Idempotency-Key when they are a POST
   */
  static void apply(OpenAPI api, Set<String> executedOnce) {
    api.getComponents().addSchema(PROBLEM_SCHEMA, problemSchema());
    api.getPaths().getPathItems().forEach((path, item) -> describe(path, item, executedOnce));
    for (Answer answer : Answer.values()) {
      if (isUsed(answer, api)) {
        api.getComponents().addResponse(answer.name(), response(answer));
      }
    }
    HeaderRules.apply(api.getPaths().getPathItems());
  }

  private static void describe(String path, PathItem item, Set<String> executedOnce) {
    item.getOperations()
        .forEach(
            (method, operation) -> {
              boolean writes = method != PathItem.HttpMethod.GET;
              boolean conditional = hasHeader(item, operation, "If-Match");
              if (operation.getRequestBody() != null) {
                add(operation, Answer.MALFORMED);
                add(operation, Answer.WRONG_FIELDS);
                add(operation, Answer.TOO_LARGE);
                add(operation, Answer.UNSUPPORTED);
              }
              add(operation, Answer.WRONG_FIELDS);
              if (method == PathItem.HttpMethod.POST
                  && executedOnce.contains(operation.getOperationId())) {
                addIdempotencyKey(operation);
              }
              if (conditional) {
                add(operation, Answer.STALE);
                if (method != PathItem.HttpMethod.POST) {
                  add(operation, Answer.UNCONDITIONAL);
                }
              }
              if (writes) {
                add(operation, Answer.CONCURRENT);
              }
              if (path.contains("{")) {
                add(operation, Answer.UNKNOWN);
              }
              add(operation, Answer.UNREADABLE);
              add(operation, Answer.UNAUTHENTICATED);
              add(operation, Answer.FORBIDDEN);
              add(operation, Answer.NOT_ACCEPTABLE);
              add(operation, Answer.TOO_MANY);
              add(operation, Answer.DATABASE_AWAY);
            });
  }

  private static void addIdempotencyKey(Operation operation) {
    operation.addParameter(
        OASFactory.createParameter()
            .name("Idempotency-Key")
            .in(Parameter.In.HEADER)
            .description(
                "The same request with the same key is executed once within 24 hours; a repetition"
                    + " gets the first answer.")
            .example("0199a1c2-1c5e-7d3a-9f7b-2f6f0c6f3a10")
            .schema(text()));
  }

  static boolean hasHeader(PathItem item, Operation operation, String name) {
    return List.of(parameters(operation.getParameters()), parameters(item.getParameters())).stream()
        .flatMap(List::stream)
        .anyMatch(
            parameter ->
                parameter.getIn() == Parameter.In.HEADER
                    && name.equalsIgnoreCase(parameter.getName()));
  }

  private static List<Parameter> parameters(List<Parameter> given) {
    return given == null ? List.of() : given;
  }

  private static void add(Operation operation, Answer answer) {
    String status = Integer.toString(answer.status);
    APIResponse given = operation.getResponses().getAPIResponse(status);
    if (given == null || given.getRef() == null && answer.replacesTheFrameworks(given)) {
      operation
          .getResponses()
          .addAPIResponse(
              status,
              OASFactory.createAPIResponse().ref("#/components/responses/" + answer.name()));
    } else if (given.getRef() == null && given.getContent() == null) {
      given.setContent(problem(answer));
    }
  }

  private static String reference(Answer answer) {
    return "#/components/responses/" + answer.name();
  }

  private static boolean isUsed(Answer answer, OpenAPI api) {
    return api.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
        .anyMatch(response -> reference(answer).equals(response.getRef()));
  }

  private static APIResponse response(Answer answer) {
    APIResponse response =
        OASFactory.createAPIResponse().description(answer.meaning).content(problem(answer));
    HeaderRules.ofProblem(Integer.toString(answer.status), response);
    return response;
  }

  private static Content problem(Answer answer) {
    return OASFactory.createContent()
        .addMediaType(
            Problem.MEDIA_TYPE,
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM_SCHEMA))
                .example(answer.example()));
  }

  private static Schema problemSchema() {
    Schema error =
        OASFactory.createSchema()
            .addType(Schema.SchemaType.OBJECT)
            .addProperty("pointer", text().description("JSON pointer into the request body"))
            .addProperty("detail", text());
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.OBJECT)
        .description("A problem detail (RFC 9457)")
        .addProperty("type", text().format("uri").description("Stable: one kind of refusal"))
        .addProperty("title", text())
        .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
        .addProperty("detail", text())
        .addProperty("instance", text())
        .addProperty("traceId", text())
        .addProperty(
            "errors", OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(error))
        .required(List.of("type", "title", "status"));
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
  }

  /** What the defaults answer, whatever the operation. */
  private enum Answer {
    MALFORMED(
        400,
        "malformed-json",
        "The request body is not what the operation reads",
        "The body is not valid JSON"),
    UNREADABLE(
        400,
        "invalid-request",
        "The address, a header or the body cannot be read",
        "The request cannot be understood"),
    UNAUTHENTICATED(
        401, "not-authenticated", "No valid bearer token", "A valid bearer token is needed"),
    FORBIDDEN(
        403,
        "permission-missing",
        "The token lacks the permission, or the thing is someone else's: permission-missing,"
            + " internal-users-only, somebody-elses-partner, not-your-application, no-partner",
        "The permission for this is missing"),
    UNKNOWN(404, "not-found", "There is no such thing", "Nothing is there"),
    NOT_ACCEPTABLE(
        406,
        "not-acceptable",
        "The answer cannot be given in an accepted media type",
        "Accept application/json"),
    TOO_LARGE(
        413,
        "request-too-large",
        "The body is larger than this service accepts",
        "The body is too large"),
    UNSUPPORTED(
        415,
        "unsupported-media-type",
        "The body is not of a media type that this address accepts",
        "The media type is not accepted"),
    CONCURRENT(
        409,
        "concurrent-change",
        "Somebody else changed it at the same time, it exists already, or an earlier version kept"
            + " the Idempotency-Key for nobody knows whom (idempotency-key-of-before)",
        "Read it again and repeat the change"),
    STALE(
        412,
        "stale-version",
        "If-Match names another version than the current one",
        "Read it again and repeat the change"),
    WRONG_FIELDS(
        422,
        "invalid-request",
        "Fields are wrong, a query parameter is not known (unknown-parameter), or the Idempotency-Key was used for another request (idempotency-key-reused); errors says which fields",
        "Some fields are wrong"),
    UNCONDITIONAL(
        428,
        "if-match-required",
        "If-Match is missing",
        "Send the ETag of the version that is to be changed"),
    TOO_MANY(
        429,
        "too-many-requests",
        "More requests than one client may make; Retry-After says when to repeat it",
        "Repeat the request later"),
    DATABASE_AWAY(
        503,
        "temporarily-unavailable",
        "The database cannot be reached, a read model is being filled, or the request waited too"
            + " long for others or files are being uploaded by too many (busy); Retry-After says"
            + " when to repeat",
        "Repeat the request later");

    private final int status;
    private final String type;
    private final String meaning;
    private final String detail;

    Answer(int status, String type, String meaning, String detail) {
      this.status = status;
      this.type = type;
      this.meaning = meaning;
      this.detail = detail;
    }

    /** The framework writes a bare "Not Allowed" of its own. */
    boolean replacesTheFrameworks(APIResponse given) {
      String description = given.getDescription();
      return given.getContent() == null
          && (description == null
              || description.isBlank()
              || description.startsWith("Not A")
              || description.equals("Bad Request"));
    }

    Map<String, Object> example() {
      // In this order in every build: the document is committed.
      Map<String, Object> example = new LinkedHashMap<>();
      example.put("type", Problem.typeUri(type));
      example.put("title", meaning);
      example.put("status", status);
      example.put("detail", detail);
      return example;
    }
  }
}
