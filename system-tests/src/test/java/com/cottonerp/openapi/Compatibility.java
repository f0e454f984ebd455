package com.cottonerp.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a document breaks a client that was made for the released one.
 *
 * <p>Compatible: a new operation; in a request a new property or parameter that may be left out, or
 * one more word, or more places of a decimal; in an answer a new property, or a property that is no
 * longer null; a new problem. One more word in an answer is compatible, too: the policy tells
 * clients to expect it.
 */
final class Compatibility {
  // As the documents write decimals.
  private static final Pattern DECIMAL_PLACES =
      Pattern.compile("\\^(?<sign>-\\?)?\\\\d\\+\\(\\\\\\.\\\\d\\{1,(?<places>\\d+)}0\\*\\)\\?\\$");

  // Such as that of the code of a country.
  private static final Pattern FIXED_LENGTH =
      Pattern.compile("\\^\\(\\?:\\[[^]]+]\\{(?<length>\\d+)}\\)\\$");

  private final JsonNode before;
  private final JsonNode after;
  private final Set<String> breaks = new TreeSet<>();
  private final Set<String> compared = new HashSet<>();

  private Compatibility(JsonNode before, JsonNode after) {
    this.before = before;
    this.after = after;
  }

  /** Empty when every client of {@code released} can go on with {@code now}. */
  static Set<String> breaks(JsonNode released, JsonNode now) {
    Compatibility comparison = new Compatibility(released, now);
    for (var path : released.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (Documents.METHODS.contains(operation.getKey())) {
          comparison.operation(
              operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
              operation.getValue(),
              now.path("paths").path(path.getKey()).path(operation.getKey()));
        }
      }
    }
    return comparison.breaks;
  }

  private void operation(String name, JsonNode old, JsonNode now) {
    if (now.isMissingNode()) {
      breaks.add(name + " is gone");
      return;
    }
    if (!old.path("operationId").equals(now.path("operationId"))) {
      breaks.add(name + " has another operationId");
    }
    parameters(
        name, resolved(before, old.path("parameters")), resolved(after, now.path("parameters")));
    body(name, old.path("requestBody"), now.path("requestBody"));
    for (var response : old.path("responses").properties()) {
      if (response.getKey().startsWith("2")) {
        answer(
            name + " " + response.getKey(),
            response.getValue(),
            now.path("responses").path(response.getKey()));
      }
    }
  }

  private static List<JsonNode> resolved(JsonNode document, JsonNode parameters) {
    List<JsonNode> all = new ArrayList<>();
    parameters.forEach(parameter -> all.add(resolve(document, parameter)));
    return all;
  }

  private void parameters(String name, List<JsonNode> old, List<JsonNode> now) {
    for (JsonNode parameter : old) {
      JsonNode match = find(now, parameter);
      if (match == null) {
        breaks.add(name + " does not know the parameter " + parameter.path("name").asText());
      } else {
        read(
            name + "?" + parameter.path("name").asText(),
            parameter.path("schema"),
            match.path("schema"));
      }
    }
    for (JsonNode parameter : now) {
      JsonNode match = find(old, parameter);
      boolean wasNeeded = match != null && match.path("required").asBoolean();
      if (parameter.path("required").asBoolean() && !wasNeeded) {
        breaks.add(name + " needs the parameter " + parameter.path("name").asText());
      }
    }
  }

  private static JsonNode find(List<JsonNode> parameters, JsonNode wanted) {
    for (JsonNode parameter : parameters) {
      if (parameter.path("name").equals(wanted.path("name"))
          && parameter.path("in").equals(wanted.path("in"))) {
        return parameter;
      }
    }
    return null;
  }

  private void body(String name, JsonNode old, JsonNode now) {
    if (old.isMissingNode() && now.path("required").asBoolean()) {
      breaks.add(name + " needs a body");
    }
    for (var media : old.path("content").properties()) {
      JsonNode match = now.path("content").path(media.getKey());
      if (match.isMissingNode()) {
        breaks.add(name + " does not take " + media.getKey());
      } else {
        read(name + " body", media.getValue().path("schema"), match.path("schema"));
      }
    }
  }

  private void answer(String name, JsonNode old, JsonNode now) {
    if (now.isMissingNode()) {
      breaks.add(name + " is not answered any more");
      return;
    }
    for (var media : old.path("content").properties()) {
      JsonNode match = now.path("content").path(media.getKey());
      if (match.isMissingNode()) {
        breaks.add(name + " is not " + media.getKey() + " any more");
      } else {
        written(name, media.getValue().path("schema"), match.path("schema"));
      }
    }
    for (var header : old.path("headers").properties()) {
      JsonNode match = now.path("headers").path(header.getKey());
      if (match.isMissingNode()
          || header.getValue().path("required").asBoolean()
              && !match.path("required").asBoolean()) {
        breaks.add(name + " may lack the header " + header.getKey());
      }
    }
  }

  /** What clients send: everything that was taken is still taken. */
  private void read(String at, JsonNode oldSchema, JsonNode nowSchema) {
    if (isKnown("read", oldSchema, nowSchema)) {
      return;
    }
    JsonNode old = resolve(before, oldSchema);
    JsonNode now = resolve(after, nowSchema);
    if (!types(now).containsAll(types(old)) || mayBeNull(oldSchema) && !mayBeNull(nowSchema)) {
      breaks.add(at + " does not take everything that it took");
    }
    if (now.has("enum") && !(old.has("enum") && words(now).containsAll(words(old)))) {
      breaks.add(at + " takes fewer words");
    }
    if (now.has("pattern")
        && !now.path("pattern").equals(old.path("pattern"))
        && !takesMorePlaces(old.path("pattern").asText(), now.path("pattern").asText())) {
      breaks.add(at + " has another pattern");
    }
    if (isTighter(old, now)) {
      breaks.add(at + " has tighter bounds");
    }
    for (var property : old.path("properties").properties()) {
      JsonNode match = now.path("properties").path(property.getKey());
      if (match.isMissingNode()) {
        breaks.add(at + "/" + property.getKey() + " is not known any more");
      } else {
        read(at + "/" + property.getKey(), property.getValue(), match);
      }
    }
    Set<String> needed = new TreeSet<>(words(now.path("required")));
    needed.removeAll(words(old.path("required")));
    needed.forEach(property -> breaks.add(at + "/" + property + " is needed"));
    if (old.has("items")) {
      read(at + "[]", old.path("items"), now.path("items"));
    }
  }

  /** Whether two patterns of decimals differ only in that the later one takes more places. */
  private static boolean takesMorePlaces(String old, String now) {
    Matcher before = DECIMAL_PLACES.matcher(old);
    Matcher after = DECIMAL_PLACES.matcher(now);
    return before.matches()
        && after.matches()
        && Objects.equals(before.group("sign"), after.group("sign"))
        && Integer.parseInt(after.group("places")) >= Integer.parseInt(before.group("places"));
  }

  /** What clients get: everything that they could rely on is still so. */
  private void written(String at, JsonNode oldSchema, JsonNode nowSchema) {
    if (isKnown("written", oldSchema, nowSchema)) {
      return;
    }
    JsonNode old = resolve(before, oldSchema);
    JsonNode now = resolve(after, nowSchema);
    if (!types(old).containsAll(types(now))) {
      breaks.add(at + " may be " + types(now) + ", was " + types(old));
    }
    if (mayBeNull(nowSchema) && !mayBeNull(oldSchema)) {
      breaks.add(at + " may be null");
    }
    if (!old.path("format").equals(now.path("format"))) {
      breaks.add(at + " has another format");
    }
    for (var property : old.path("properties").properties()) {
      JsonNode match = now.path("properties").path(property.getKey());
      if (match.isMissingNode()) {
        breaks.add(at + "/" + property.getKey() + " is gone");
      } else {
        written(at + "/" + property.getKey(), property.getValue(), match);
      }
    }
    Set<String> left = new TreeSet<>(words(old.path("required")));
    left.removeAll(words(now.path("required")));
    left.forEach(property -> breaks.add(at + "/" + property + " may be absent"));
    if (old.has("items")) {
      written(at + "[]", old.path("items"), now.path("items"));
    }
  }

  // Two named schemas are compared once: a schema may hold itself.
  private boolean isKnown(String direction, JsonNode old, JsonNode now) {
    return old.has("$ref")
        && now.has("$ref")
        && !compared.add(direction + old.path("$ref").asText() + now.path("$ref").asText());
  }

  private static JsonNode resolve(JsonNode document, JsonNode schema) {
    JsonNode found = schema;
    while (found.has("$ref")) {
      found = document.at(found.path("$ref").asText().substring(1));
    }
    if (found.has("anyOf")) {
      return resolve(document, found.path("anyOf").get(0));
    }
    return found;
  }

  private static Set<String> types(JsonNode schema) {
    Set<String> types = new TreeSet<>();
    JsonNode type = schema.path("type");
    if (type.isTextual()) {
      types.add(type.asText());
    }
    type.forEach(one -> types.add(one.asText()));
    types.remove("null");
    return types;
  }

  private static boolean mayBeNull(JsonNode schema) {
    for (JsonNode choice : schema.path("anyOf")) {
      if (choice.path("type").asText().equals("null") || mayBeNull(choice)) {
        return true;
      }
    }
    for (JsonNode type : schema.path("type")) {
      if (type.asText().equals("null")) {
        return true;
      }
    }
    return false;
  }

  private static List<String> words(JsonNode schemaOrList) {
    List<String> words = new ArrayList<>();
    JsonNode list = schemaOrList.isArray() ? schemaOrList : schemaOrList.path("enum");
    list.forEach(word -> words.add(word.asText()));
    return words;
  }

  /** How long a text is whose pattern takes one length only; else longer than any. */
  private static int lengthOf(JsonNode schema) {
    Matcher fixed = FIXED_LENGTH.matcher(schema.path("pattern").asText());
    return fixed.matches() ? Integer.parseInt(fixed.group("length")) : Integer.MAX_VALUE;
  }

  private static boolean isTighter(JsonNode old, JsonNode now) {
    for (String bound : List.of("maxLength", "maxItems", "maximum")) {
      if (now.has(bound)
          && (!old.has(bound) || now.path(bound).asDouble() < old.path(bound).asDouble())
          && !(bound.equals("maxLength") && lengthOf(old) <= now.path(bound).asInt())) {
        return true;
      }
    }
    for (String bound : List.of("minLength", "minItems", "minimum")) {
      if (now.has(bound)
          && (!old.has(bound) || now.path(bound).asDouble() > old.path(bound).asDouble())) {
        return true;
      }
    }
    return false;
  }
}
