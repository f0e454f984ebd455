package com.cottonerp.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  static Stream<EventType> events() {
    return EventType.all();
  }

  @ParameterizedTest
  @MethodSource("events")
  void the_sample_is_valid_and_survives_a_round_trip(EventType event) throws IOException {
    String sample = Files.readString(event.sample());
    Schema schema = schemaOf(event);

    assertValid(schema, sample);
    PublishedEvent read = JSON.readValue(sample, event.type());
    String written = JSON.writeValueAsString(read);
    assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(sample));
    assertValid(schema, written);
  }

  @ParameterizedTest
  @MethodSource("events")
  void a_sample_with_a_field_of_tomorrow_is_valid_and_without_its_id_is_not(EventType event)
      throws IOException {
    Schema schema = schemaOf(event);
    ObjectNode sample = (ObjectNode) JSON.readTree(event.sample().toFile());

    assertValid(schema, sample.deepCopy().put("fieldOfTomorrow", 1).toString());
    JsonNode withoutId = sample.deepCopy().without(sample.fieldNames().next());
    assertThat(schema.validate(withoutId.toString(), InputFormat.JSON)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("events")
  void a_tolerant_reader_takes_the_required_fields_alone(EventType event) throws IOException {
    ObjectNode sample = (ObjectNode) JSON.readTree(event.sample().toFile());
    ObjectNode least = JSON.createObjectNode();
    SchemaGenerator.schemaOf(event)
        .get("required")
        .forEach(name -> least.set(name.asText(), sample.get(name.asText())));

    assertThat(JSON.readValue(least.toString(), event.type())).isNotNull();
  }

  private static Schema schemaOf(EventType event) {
    return SCHEMAS.getSchema(SchemaGenerator.schemaOf(event).toString());
  }

  private static void assertValid(Schema schema, String json) {
    assertThat(
            schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
        .isEmpty();
  }
}
