package com.cottonerp.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a schema may replace a released one under the same version. Only new optional properties
 * may come; everything else that changes what may be on the wire needs a new version of the event.
 */
final class SchemaCompatibility {
  private static final List<String> SHAPE = List.of("type", "format", "pattern");

  private SchemaCompatibility() {}

  /** What a reader or a past event would trip over; empty when nothing. */
  static List<String> violations(JsonNode released, JsonNode current) {
    List<String> found = new ArrayList<>();
    compare("", released, current, found);
    return found;
  }

  private static void compare(
      String path, JsonNode released, JsonNode current, List<String> found) {
    for (String keyword : SHAPE) {
      if (!released.path(keyword).equals(current.path(keyword))) {
        found.add(
            "%s: %s changed from %s to %s"
                .formatted(
                    name(path), keyword, released.path(keyword), text(current.path(keyword))));
      }
    }
    if (released.has("items")) {
      compare(path + "[]", released.path("items"), current.path("items"), found);
    }
    compareRequired(path, released, current, found);
    released
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String at = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
              JsonNode now = current.path("properties").path(property.getKey());
              if (now.isMissingNode()) {
                found.add(at + ": was removed");
              } else {
                compare(at, property.getValue(), now, found);
              }
            });
  }

  private static void compareRequired(
      String path, JsonNode released, JsonNode current, List<String> found) {
    Set<String> before = names(released);
    Set<String> now = names(current);
    now.stream()
        .filter(name -> !before.contains(name))
        .forEach(name -> found.add("%s: %s became required".formatted(name(path), name)));
    before.stream()
        .filter(name -> !now.contains(name))
        .forEach(name -> found.add("%s: %s is no longer required".formatted(name(path), name)));
  }

  private static Set<String> names(JsonNode schema) {
    Set<String> names = new TreeSet<>();
    schema.path("required").forEach(name -> names.add(name.asText()));
    return names;
  }

  private static String name(String path) {
    return path.isEmpty() ? "the event" : path;
  }

  private static String text(JsonNode node) {
    return node instanceof MissingNode ? "nothing" : node.toString();
  }
}
