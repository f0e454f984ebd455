package com.cottonerp.defaults.openapi;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers of answers. */
final class HeaderRules {
  private HeaderRules() {}

  static void apply(Map<String, PathItem> paths) {
    Set<String> versioned = versionedSchemas(paths);
    paths.forEach(
        (path, item) ->
            item.getOperations()
                .forEach(
                    (method, operation) -> {
                      boolean showsVersion =
                          isConditional(item, operation)
                              || method == PathItem.HttpMethod.GET && changesUnder(path, paths)
                              || method != PathItem.HttpMethod.GET
                                  && answers(operation).anyMatch(versioned::contains);
                      boolean isExecutedOnce =
                          CommonRules.hasHeader(item, operation, "Idempotency-Key");
                      operation
                          .getResponses()
                          .getAPIResponses()
                          .forEach(
                              (status, response) ->
                                  apply(status, response, showsVersion, isExecutedOnce));
                    }));
  }

  private static void apply(
      String status, APIResponse response, boolean showsVersion, boolean isExecutedOnce) {
    if (status.equals("201")) {
      add(response, "Location", true, "Where a GET finds what was created");
    }
    if (status.startsWith("2") && showsVersion && response.getContent() != null) {
      add(response, "ETag", false, "The version, for If-Match");
    }
    if (status.startsWith("2") && isExecutedOnce) {
      add(
          response,
          "Idempotency-Replayed",
          false,
          "true: the request was executed before, and this is its first answer");
    }
    ofProblem(status, response);
  }

  /** The headers that every problem of a status has. */
  static void ofProblem(String status, APIResponse response) {
    if (response.getRef() != null) {
      return;
    }
    if (status.equals("429") || status.equals("503")) {
      add(response, "Retry-After", true, "In seconds");
    }
    if (status.equals("412")) {
      add(response, "Retry-After", false, "In seconds, with not-yet-applied");
      add(response, "Preference-Applied", false, "How long the request has waited");
    }
    if (status.equals("401")) {
      add(response, "WWW-Authenticate", true, "Bearer");
    }
  }

  private static void add(APIResponse response, String name, boolean always, String meaning) {
    response.addHeader(
        name,
        OASFactory.createHeader()
            .description(meaning)
            .required(always)
            .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
  }

  // A thing whose changes name its version shows the version when it is read.
  private static boolean changesUnder(String path, Map<String, PathItem> paths) {
    return path.endsWith("}")
        && paths.entrySet().stream()
            .filter(other -> (other.getKey() + "/").startsWith(path + "/"))
            .anyMatch(
                other ->
                    other.getValue().getOperations().values().stream()
                        .anyMatch(operation -> isConditional(other.getValue(), operation)));
  }

  // A write that answers such a thing, made or moved by another address, shows the version too.
  private static Set<String> versionedSchemas(Map<String, PathItem> paths) {
    return paths.entrySet().stream()
        .filter(path -> path.getValue().getGET() != null && changesUnder(path.getKey(), paths))
        .flatMap(path -> answers(path.getValue().getGET()))
        .collect(Collectors.toSet());
  }

  /** The references to what an operation answers when it succeeds. */
  private static Stream<String> answers(Operation operation) {
    return operation.getResponses().getAPIResponses().entrySet().stream()
        .filter(answer -> answer.getKey().startsWith("2") && answer.getValue().getContent() != null)
        .flatMap(answer -> answer.getValue().getContent().getMediaTypes().values().stream())
        .filter(media -> media.getSchema() != null && media.getSchema().getRef() != null)
        .map(media -> media.getSchema().getRef());
  }

  private static boolean isConditional(PathItem item, Operation operation) {
    return CommonRules.hasHeader(item, operation, "If-Match");
  }
}
