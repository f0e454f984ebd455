package com.cottonerp.settings.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What an aggregate has published. */
public final class Outbox {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Outbox() {}

  /** Such as {@code 1 CommodityCreated}; every payload is checked against its schema. */
  public static List<String> of(String aggregateId) {
    RunningPostgres.query(
            "SELECT event_type, payload FROM settings.outbox_event WHERE aggregate_id = '%s'"
                .formatted(aggregateId))
        .forEach(Outbox::assertValid);
    return RunningPostgres.query(
        "SELECT sequence, event_type FROM settings.outbox_event WHERE aggregate_id = '%s' ORDER BY id"
            .formatted(aggregateId));
  }

  /** The payload of the last event. */
  public static String lastOf(String aggregateId) {
    return RunningPostgres.query(
            "SELECT payload FROM settings.outbox_event WHERE aggregate_id = '%s' ORDER BY id DESC LIMIT 1"
                .formatted(aggregateId))
        .get(0);
  }

  public static long size() {
    return Long.parseLong(
        RunningPostgres.query("SELECT count(*) FROM settings.outbox_event").get(0));
  }

  private static void assertValid(String typeAndPayload) {
    int space = typeAndPayload.indexOf(' ');
    String file = "/schemas/settings/%s.v1.json".formatted(typeAndPayload.substring(0, space));
    try (var schema = Outbox.class.getResourceAsStream(file)) {
      assertThat(
              SCHEMAS
                  .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                  .validate(typeAndPayload.substring(space + 1), InputFormat.JSON))
          .as(typeAndPayload)
          .isEmpty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
