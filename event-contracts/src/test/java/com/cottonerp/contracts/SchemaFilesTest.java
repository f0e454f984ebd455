package com.cottonerp.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaFilesTest {
  private static final ObjectWriter WRITER =
      new JsonMapper()
          .writer(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultPrettyPrinter.FixedSpaceIndenter()));

  static Stream<EventType> events() {
    return EventType.all();
  }

  @BeforeAll
  static void updateIfAskedTo() throws IOException {
    if (Boolean.getBoolean("contracts.update")) {
      for (EventType event : EventType.all().toList()) {
        Files.createDirectories(event.schema().getParent());
        Files.writeString(event.schema(), text(event));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void the_committed_schema_is_the_one_of_the_record(EventType event) throws IOException {
    assertThat(event.schema())
        .as("run: mvn -pl event-contracts test -Dcontracts.update=true, and review the difference")
        .exists()
        .content()
        .isEqualTo(text(event));
  }

  @Test
  void every_schema_and_every_sample_belongs_to_an_event() throws IOException {
    List<String> known = EventType.all().map(EventType::file).sorted().toList();

    assertThat(filesBelow(Path.of("src/main/resources/schemas"))).isEqualTo(known);
    assertThat(filesBelow(Path.of("src/main/resources/samples"))).isEqualTo(known);
  }

  private static String text(EventType event) throws IOException {
    return WRITER.writeValueAsString(SchemaGenerator.schemaOf(event)) + "\n";
  }

  static List<String> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
