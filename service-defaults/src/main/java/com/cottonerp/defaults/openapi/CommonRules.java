package com.cottonerp.defaults.openapi;

import com.cottonerp.defaults.problem.Problem;
import java.util.ArrayList;
import java.util.List;
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
   * @param hearsEvents whether every operation heeds If-Applied
   * @param problems the URIs of all types of problems
   */
  static void apply(
      OpenAPI api, Set<String> executedOnce, boolean hearsEvents, List<String> problems) {
    api.getComponents().addSchema(PROBLEM_SCHEMA, problemSchema(problems));
    api.getPaths()
        .getPathItems()
        .forEach((path, item) -> describe(path, item, executedOnce, hearsEvents));
    for (CommonProblem answer : CommonProblem.values()) {
      if (isUsed(answer, api)) {
        api.getComponents().addResponse(answer.name(), response(answer));
      }
    }
    HeaderRules.apply(api.getPaths().getPathItems());
  }

  private static void describe(
      String path, PathItem item, Set<String> executedOnce, boolean hearsEvents) {
    item.getOperations()
        .forEach(
            (method, operation) -> {
              boolean writes = method != PathItem.HttpMethod.GET;
              boolean conditional = hasHeader(item, operation, "If-Match");
              boolean reads = operation.getRequestBody() != null;
              if (reads) {
                add(operation, CommonProblem.MALFORMED);
              }
              add(operation, CommonProblem.WRONG_FIELDS);
              if (reads) {
                add(operation, CommonProblem.TOO_LARGE);
                add(operation, CommonProblem.UNSUPPORTED);
              }
              if (method == PathItem.HttpMethod.POST
                  && executedOnce.contains(operation.getOperationId())) {
                addIdempotencyKey(operation);
              }
              if (conditional) {
                add(operation, CommonProblem.STALE);
                if (method != PathItem.HttpMethod.POST) {
                  add(operation, CommonProblem.UNCONDITIONAL);
                }
              }
              if (hearsEvents) {
                add(operation, CommonProblem.NOT_APPLIED);
              }
              if (writes) {
                add(operation, CommonProblem.CONCURRENT);
              }
              // The body may name a thing, too; such an operation says so itself.
              if (path.contains("{") || operation.getResponses().hasAPIResponse("404")) {
                add(operation, CommonProblem.UNKNOWN);
              }
              add(operation, CommonProblem.UNREADABLE);
              add(operation, CommonProblem.UNAUTHENTICATED);
              add(operation, CommonProblem.FORBIDDEN);
              add(operation, CommonProblem.NOT_ACCEPTABLE);
              add(operation, CommonProblem.TOO_MANY);
              add(operation, CommonProblem.DATABASE_AWAY);
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

  private static void add(Operation operation, CommonProblem answer) {
    String status = answer.status();
    APIResponse given = operation.getResponses().getAPIResponse(status);
    if (given == null || given.getRef() == null && answer.replacesTheFrameworks(given)) {
      operation
          .getResponses()
          .addAPIResponse(status, OASFactory.createAPIResponse().ref(reference(answer)));
    } else if (given.getRef() == null && given.getContent() == null) {
      given.setContent(problem(answer));
    }
  }

  private static String reference(CommonProblem answer) {
    return "#/components/responses/" + answer.name();
  }

  private static boolean isUsed(CommonProblem answer, OpenAPI api) {
    return api.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
        .anyMatch(response -> reference(answer).equals(response.getRef()));
  }

  private static APIResponse response(CommonProblem answer) {
    APIResponse response =
        OASFactory.createAPIResponse().description(answer.meaning()).content(problem(answer));
    HeaderRules.ofProblem(answer.status(), response);
    return response;
  }

  private static Content problem(CommonProblem answer) {
    return OASFactory.createContent()
        .addMediaType(
            Problem.MEDIA_TYPE,
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM_SCHEMA))
                .example(answer.example()));
  }

  private static Schema problemSchema(List<String> problems) {
    Schema error =
        OASFactory.createSchema()
            .addType(Schema.SchemaType.OBJECT)
            .addProperty("pointer", text().description("JSON pointer into the request body"))
            .addProperty("detail", text());
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.OBJECT)
        .description("A problem detail (RFC 9457)")
        .addProperty(
            "type",
            text()
                .format("uri")
                .description(
                    "Stable: one kind of refusal. The last segment is the name of its page in"
                        + " docs/problems; clients expect new ones")
                .enumeration(new ArrayList<>(problems)))
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
}
