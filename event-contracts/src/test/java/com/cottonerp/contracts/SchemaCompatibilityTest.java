package com.cottonerp.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaCompatibilityTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path RELEASED = Path.of("src/test/resources/released");
  private static final Path CURRENT = Path.of("src/main/resources/schemas");

  private static final String BEFORE =
      """
      {"type": "object", "required": ["id"], "properties": {
         "id": {"type": "string", "format": "uuid"},
         "note": {"type": ["string", "null"]},
         "limit": {"type": ["object", "null"], "required": ["amount"], "properties": {
            "amount": {"type": "string", "pattern": "^[0-9]+$"}}},
         "lines": {"type": ["array", "null"], "items": {
            "type": "object", "required": [], "properties": {"text": {"type": ["string", "null"]}}}}}}
      """;

  static Stream<Arguments> changes() {
    return Stream.of(
        arguments("nothing changes", "", "", List.of()),
        arguments(
            "an optional property comes",
            "\"note\":",
            "\"added\": {\"type\": [\"string\", \"null\"]}, \"note\":",
            List.of()),
        arguments(
            "an optional property comes inside",
            "\"amount\": {",
            "\"unit\": {\"type\": [\"string\", \"null\"]}, \"amount\": {",
            List.of()),
        arguments(
            "a property goes",
            "\"note\": {\"type\": [\"string\", \"null\"]},",
            "",
            List.of("note: was removed")),
        arguments(
            "a property is renamed", "\"note\":", "\"remark\":", List.of("note: was removed")),
        arguments(
            "a property goes inside a list",
            "\"text\":",
            "\"words\":",
            List.of("lines[].text: was removed")),
        arguments(
            "a type changes",
            "\"type\": [\"string\", \"null\"]},",
            "\"type\": [\"integer\", \"null\"]},",
            List.of("note: type changed from [\"string\",\"null\"] to [\"integer\",\"null\"]")),
        arguments(
            "a format goes",
            ", \"format\": \"uuid\"",
            "",
            List.of("id: format changed from \"uuid\" to nothing")),
        arguments(
            "a pattern changes inside",
            "^[0-9]+$",
            "^[0-9]*$",
            List.of("limit.amount: pattern changed from \"^[0-9]+$\" to \"^[0-9]*$\"")),
        arguments(
            "a property becomes required",
            "[\"id\"]",
            "[\"id\", \"note\"]",
            List.of("the event: note became required")),
        arguments(
            "a new property is required inside",
            "[\"amount\"]",
            "[\"amount\", \"unit\"]",
            List.of("limit: unit became required")),
        arguments(
            "a property is no longer required",
            "[\"id\"]",
            "[]",
            List.of("the event: id is no longer required")));
  }

  @ParameterizedTest(name = "when {0}")
  @MethodSource("changes")
  void only_new_optional_properties_are_compatible(
      String change, String text, String replacement, List<String> violations)
      throws JsonProcessingException {
    String after = text.isEmpty() ? BEFORE : BEFORE.replace(text, replacement);

    assertThat(SchemaCompatibility.violations(JSON.readTree(BEFORE), JSON.readTree(after)))
        .isEqualTo(violations);
  }

  static List<String> released() throws IOException {
    return SchemaFilesTest.filesBelow(RELEASED);
  }

  @ParameterizedTest
  @MethodSource("released")
  void a_released_schema_changes_compatibly_or_gets_a_new_version(String file) throws IOException {
    assertThat(CURRENT.resolve(file)).as("a released event may not go").exists();
    JsonNode before = JSON.readTree(Files.readString(RELEASED.resolve(file)));
    JsonNode now = JSON.readTree(Files.readString(CURRENT.resolve(file)));

    assertThat(SchemaCompatibility.violations(before, now))
        .as("make a record in the next version's package and publish both")
        .isEmpty();
  }
}
