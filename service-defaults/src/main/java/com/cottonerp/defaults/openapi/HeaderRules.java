package com.cottonerp.defaults.openapi;

import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers of answers. */
final class HeaderRules {
  private HeaderRules() {}

  static void apply(Map<String, PathItem> paths) {
    paths.forEach(
        (path, item) ->
            item.getOperations()
                .forEach(
                    (method, operation) -> {
                      boolean versioned =
                          isConditional(item, operation)
                              || method == PathItem.HttpMethod.GET && changesUnder(path, paths)
                              || method == PathItem.HttpMethod.POST
                                  && createsVersioned(path, paths);
                      operation
                          .getResponses()
                          .getAPIResponses()
                          .forEach(
                              (status, response) -> apply(method, status, response, versioned));
                    }));
  }

  private static void apply(
      PathItem.HttpMethod method, String status, APIResponse response, boolean versioned) {
    if (status.equals("201")) {
      add(response, "Location", true, "Where a GET finds what was created");
    }
    if (status.startsWith("2") && versioned && response.getContent() != null) {
      add(response, "ETag", false, "The version, for If-Match");
    }
    if (status.startsWith("2") && method == PathItem.HttpMethod.POST) {
      add(
          response,
          "Idempotency-Replayed",
          false,
          "true: the request was executed before, and this is its first answer");
    }
    if (status.equals("429") || status.equals("503")) {
      add(response, "Retry-After", true, "In seconds");
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

  private static boolean createsVersioned(String path, Map<String, PathItem> paths) {
    return paths.keySet().stream()
        .filter(other -> other.matches(Pattern.quote(path) + "/\\{[^/]+}"))
        .anyMatch(other -> changesUnder(other, paths));
  }

  private static boolean isConditional(PathItem item, Operation operation) {
    return CommonRules.hasHeader(item, operation, "If-Match");
  }
}
