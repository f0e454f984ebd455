package com.cottonerp.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityTest {
  private static final String DOCUMENT =
      """
      {"paths": {"/things": {"post": {
         "operationId": "addThing",
         "parameters": [{"name": "dry", "in": "query", "schema": {"type": "boolean"}}],
         "requestBody": {"required": true, "content": {"application/json": {"schema": {
           "type": "object", "required": ["name"],
           "properties": {"name": {"type": "string", "maxLength": 50},
                          "kind": {"type": "string", "enum": ["big", "small"]},
                          "state": {"type": "string", "pattern": "^(?:[A-Z]{2})$"},
                          "price": {"type": "string", "pattern": "^\\\\d+(\\\\.\\\\d{1,2}0*)?$"},
                          "note": {"type": ["string", "null"]}}}}}},
         "responses": {"201": {"headers": {"Location": {"required": true}},
           "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}}}}},
       "components": {"schemas": {"Thing": {"type": "object", "required": ["id", "name"],
         "properties": {"id": {"type": "string", "format": "uuid"}, "name": {"type": "string"},
                        "note": {"type": ["string", "null"]}}}}}}
      """;

  @Test
  void a_document_is_compatible_with_itself() {
    assertThat(breaks(DOCUMENT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"operationId\": \"addThing\" | \"operationId\": \"createThing\"",
        "\"/things\" | \"/articles\"",
        "\"name\": \"dry\" | \"name\": \"trial\"",
        "{\"name\": \"dry\", | {\"required\": true, \"name\": \"dry\",",
        "\"required\": [\"name\"] | \"required\": [\"name\", \"kind\"]",
        "\"maxLength\": 50 | \"maxLength\": 49",
        "{1,2} | {1,1}",
        "\"pattern\": \"^(?:[A-Z]{2})$\" | \"maxLength\": 1",
        "{1,2}0* | {1,2}",
        "[\"big\", \"small\"] | [\"big\"]",
        "\"note\": {\"type\": [\"string\", \"null\"]}}}}}} | \"note\": {\"type\": \"string\"}}}}}}",
        "\"201\": | \"200\":",
        "\"Location\": {\"required\": true} | \"Location\": {}",
        "\"required\": [\"id\", \"name\"] | \"required\": [\"id\"]",
        "\"format\": \"uuid\" | \"format\": \"uri\"",
        "\"name\": {\"type\": \"string\"}, | \"name\": {\"type\": [\"string\", \"null\"]},",
        "\"id\": {\"type\": \"string\" | \"id\": {\"type\": \"integer\""
      })
  void what_a_client_relied_on_may_not_change(String before, String after) {
    assertThat(DOCUMENT).contains(before);

    assertThat(breaks(DOCUMENT.replace(before, after))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"required\": [\"name\"] | \"required\": []",
        "[\"big\", \"small\"] | [\"big\", \"small\", \"tiny\"]",
        "\"maxLength\": 50 | \"maxLength\": 60",
        "{1,2} | {1,4}",
        "\"pattern\": \"^(?:[A-Z]{2})$\" | \"maxLength\": 100",
        "\"kind\": | \"extra\": {\"type\": \"string\"}, \"kind\":",
        "\"properties\": {\"id\": | \"properties\": {\"age\": {\"type\": \"integer\"}, \"id\":",
        "\"paths\": { | \"paths\": {\"/more\": {\"get\": {\"operationId\": \"listMore\"}}, "
      })
  void what_no_client_notices_may_change(String before, String after) {
    assertThat(DOCUMENT).contains(before);

    assertThat(breaks(DOCUMENT.replace(before, after))).isEmpty();
  }

  @Test
  void every_place_that_held_a_named_schema_is_compared_with_what_it_holds_now() {
    String released =
        """
        {"paths": {"/a": {"get": {"operationId": "a", "responses": {"200": {"content": {"application/json":
           {"schema": {"$ref": "#/components/schemas/Thing"}}}}}}},
                   "/b": {"get": {"operationId": "b", "responses": {"200": {"content": {"application/json":
           {"schema": {"$ref": "#/components/schemas/Thing"}}}}}}}},
         "components": {"schemas": {"Thing": {"type": "string"}}}}
        """;
    String reference = "{\"$ref\": \"#/components/schemas/Thing\"}";
    String now =
        released
            .replaceFirst(Pattern.quote(reference), "{\"type\": \"string\"}")
            .replaceFirst(Pattern.quote(reference), "{\"type\": \"integer\"}");

    assertThat(Compatibility.breaks(parse(released), parse(now)))
        .containsExactly("GET /b 200 may be [integer], was [string]");
  }

  private static Set<String> breaks(String now) {
    return Compatibility.breaks(parse(DOCUMENT), parse(now));
  }

  private static JsonNode parse(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(json, malformed);
    }
  }
}
