package com.cottonerp.relay.operations;

import static com.cottonerp.relay.operations.RunningPlatform.outbox;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.cottonerp.relay.outbox.HeadFill;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPlatform.class)
class HeadsResourceIT {
  private static final String OUTBOX = "/api/v1/outboxes/trade-desk";

  /** Only this test writes these events, in its own schema. */
  private final TreeMap<UUID, Integer> published = new TreeMap<>();

  @BeforeEach
  void anEmptyOutbox() {
    outbox.runAs(
        "trade_desk_app", "TRUNCATE outbox_pending, outbox_receipt, outbox_event, outbox_head");
  }

  @Test
  void an_empty_outbox_has_the_digest_zero() {
    get("/digest")
        .body("source", equalTo("trade-desk"))
        .body("events", equalTo(0))
        .body("aggregates", equalTo(0))
        .body("digest", equalTo("0000000000000000"))
        .body("lanes", hasSize(64))
        .body("lanes[63].digest", equalTo("0000000000000000"));
  }

  @Test
  void the_digest_tells_how_far_each_aggregate_is_published_and_outlives_the_events()
      throws Exception {
    publish(100);
    String expected = digestOf(published);

    get("/digest")
        .body("aggregates", equalTo(100))
        .body("events", equalTo(published.values().stream().mapToInt(Integer::intValue).sum()))
        .body("digest", equalTo(expected));
    outbox.runAs("trade_desk_app", "TRUNCATE outbox_event, outbox_receipt");

    get("/digest").body("digest", equalTo(expected));
    assertThat(sequencesPageByPage(7)).isEqualTo(List.copyOf(published.entrySet()).toString());
  }

  @Test
  void an_event_that_is_not_published_yet_does_not_count() {
    outbox.runAs(
        "trade_desk_app",
        """
        INSERT INTO outbox_event (event_id, topic, aggregate_type, aggregate_id, sequence, event_type, payload)
        SELECT gen_random_uuid(), 'trade-events', 'Deal', '0198a000-0000-7000-8000-000000000001', n, 'DealMade', '{}'
        FROM generate_series(1, 3) n;
        INSERT INTO outbox_receipt (id, outcome) SELECT id, 'PUBLISHED' FROM outbox_event WHERE sequence <= 2;
        DELETE FROM outbox_pending""");
    int lane =
        Integer.parseInt(
            outbox.text("SELECT uuid_hash('0198a000-0000-7000-8000-000000000001') & 63"));

    get("/lanes/" + lane + "/sequences")
        .body("items.aggregateId", contains("0198a000-0000-7000-8000-000000000001"))
        .body("items.lastSequence", contains(2))
        .body("next", nullValue());
  }

  @Test
  void heads_of_earlier_events_are_filled_in_and_nothing_is_told_before() throws Exception {
    publish(20);
    outbox.runAs("trade_desk_app", "TRUNCATE outbox_head");
    outbox.runAs("trade_desk_app", "UPDATE outbox_head_fill SET position = 0, done = false");
    given()
        .header("Authorization", "Bearer " + RunningPlatform.token("OUTBOX_REPLAY"))
        .get(OUTBOX + "/digest")
        .then()
        .statusCode(503)
        .body("type", containsString("heads-not-filled"));

    fillAsAReplicaDoesAfterItsStart();
    get("/digest").body("digest", equalTo(digestOf(published)));
  }

  @Test
  void G11_bad_pages_are_refused() {
    refused(OUTBOX + "/lanes/64/sequences");
    refused(OUTBOX + "/lanes/0/sequences?limit=5001");
    refused(OUTBOX + "/lanes/0/sequences?after=x");
  }

  private static void fillAsAReplicaDoesAfterItsStart() throws SQLException {
    try (Connection connection = outbox.as("trade_desk_app").getConnection()) {
      boolean filled = false;
      while (!filled) {
        filled = HeadFill.fill(connection);
      }
    }
  }

  private static void refused(String path) {
    given()
        .header("Authorization", "Bearer " + RunningPlatform.token("OUTBOX_REPLAY"))
        .get(path)
        .then()
        .statusCode(422)
        .contentType("application/problem+json");
  }

  private void publish(int aggregates) {
    for (int i = 0; i < aggregates; i++) {
      published.put(UUID.randomUUID(), 1 + i % 5);
    }
    published.forEach(
        (aggregate, events) ->
            outbox.runAs(
                "trade_desk_app",
                """
                INSERT INTO outbox_event (event_id, topic, aggregate_type, aggregate_id, sequence, event_type, payload)
                SELECT gen_random_uuid(), 'trade-events', 'Deal', '%s', n, 'DealMade', '{}'
                FROM generate_series(1, %d) n"""
                    .formatted(aggregate, events)));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> outbox.textAs("trade_desk_app", "SELECT count(*) FROM outbox_pending"),
            "0"::equals);
  }

  private static String digestOf(TreeMap<UUID, Integer> sequences) throws Exception {
    long digest = 0;
    for (var head : sequences.entrySet()) {
      byte[] md5 =
          MessageDigest.getInstance("MD5")
              .digest((head.getKey() + ":" + head.getValue()).getBytes(StandardCharsets.UTF_8));
      digest ^= HexFormat.fromHexDigitsToLong(HexFormat.of().formatHex(md5, 0, 8));
    }
    return HexFormat.of().toHexDigits(digest);
  }

  /** All heads of all lanes, read in pages of this size, as {@code [id=sequence, …]} by id. */
  private static String sequencesPageByPage(int limit) {
    TreeMap<UUID, Integer> heads = new TreeMap<>();
    for (int lane = 0; lane < 64; lane++) {
      String next = "";
      while (next != null) {
        JsonNode page =
            get("/lanes/" + lane + "/sequences?limit=" + limit + next).extract().as(JsonNode.class);
        page.path("items")
            .forEach(
                item ->
                    heads.put(
                        UUID.fromString(item.path("aggregateId").asText()),
                        item.path("lastSequence").asInt()));
        next = page.path("next").isNull() ? null : "&after=" + page.path("next").asText();
      }
    }
    return new ArrayList<>(heads.entrySet()).toString();
  }

  private static ValidatableResponse get(String path) {
    return given()
        .header("Authorization", "Bearer " + RunningPlatform.token("OUTBOX_REPLAY"))
        .get(OUTBOX + path)
        .then()
        .statusCode(200);
  }
}
