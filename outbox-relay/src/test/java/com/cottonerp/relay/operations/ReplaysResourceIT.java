package com.cottonerp.relay.operations;

import static com.cottonerp.relay.operations.RunningPlatform.broker;
import static com.cottonerp.relay.operations.RunningPlatform.outbox;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.cottonerp.defaults.sources.IdSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPlatform.class)
class ReplaysResourceIT {
  private static final String REPLAYS = "/api/v1/outboxes/partners/replays";

  private final UUID partner = UUID.randomUUID();

  @Test
  void a_replay_says_who_asked_for_it_why_and_how_far_it_is() {
    publish(5);

    String id =
        replay("{\"aggregateId\": \"%s\", \"reason\": \"a lost read model\"}".formatted(partner))
            .body("enqueued", equalTo(5))
            .body("removed", nullValue())
            .extract()
            .path("id");

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                as("ADMIN_VIEW_ALL_DATA")
                    .get(REPLAYS + "/" + id)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("FINISHED"))
                    .body("published", equalTo(5))
                    .body("matched", equalTo(5))
                    .body("requestedBy", notNullValue())
                    .body("reason", equalTo("a lost read model"))
                    .body("filter.aggregateId", equalTo(partner.toString()))
                    .body("finishedAt", notNullValue()));
    as("OUTBOX_REPLAY")
        .get(REPLAYS + "?state=FINISHED")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id));
    as("OUTBOX_REPLAY")
        .post(REPLAYS + "/" + id + "/cancellation")
        .then()
        .statusCode(409)
        .body("type", containsString("replay-not-running"));
  }

  @Test
  void a_request_that_is_repeated_with_its_id_publishes_nothing_again() {
    publish(5);
    UUID id = new IdSource().next();
    String request = "{\"id\": \"%s\", \"aggregateId\": \"%s\"}".formatted(id, partner);
    replay(request).body("id", equalTo(id.toString())).body("enqueued", equalTo(5));
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> as("OUTBOX_REPLAY").get(REPLAYS + "/" + id).path("state").equals("FINISHED"));

    replay(request).body("id", equalTo(id.toString())).body("enqueued", equalTo(5));

    assertThat(replaysOfPartner()).isEqualTo(1);
  }

  @Test
  void requests_with_one_id_at_the_same_moment_are_one_replay() {
    publish(5);
    UUID id = new IdSource().next();
    String request = "{\"id\": \"%s\", \"aggregateId\": \"%s\"}".formatted(id, partner);

    List<CompletableFuture<Void>> requests =
        Stream.generate(
                () ->
                    CompletableFuture.runAsync(
                        () -> replay(request).body("id", equalTo(id.toString()))))
            .limit(8)
            .toList();

    requests.forEach(CompletableFuture::join);
    assertThat(replaysOfPartner()).isEqualTo(1);
  }

  @Test
  void an_id_that_names_another_replay_is_refused() {
    publish(5);
    UUID id = new IdSource().next();
    replay("{\"id\": \"%s\", \"aggregateId\": \"%s\"}".formatted(id, partner));

    for (String other : List.of("\"toSequence\": 3", "\"rate\": 7")) {
      as("OUTBOX_REPLAY")
          .body("{\"id\": \"%s\", \"aggregateId\": \"%s\", %s}".formatted(id, partner, other))
          .post(REPLAYS)
          .then()
          .statusCode(409)
          .body("type", containsString("replay-id-taken"));
    }
    refused("{\"id\": \"%s\", \"type\": \"X\"}".formatted(UUID.randomUUID()), 422);
    assertThat(replaysOfPartner()).isEqualTo(1);
  }

  @Test
  void a_running_replay_can_be_cancelled() {
    publish(20);
    String id =
        replay("{\"aggregateId\": \"%s\", \"rate\": 1}".formatted(partner)).extract().path("id");

    for (int i = 0; i < 2; i++) {
      as("OUTBOX_REPLAY")
          .post(REPLAYS + "/" + id + "/cancellation")
          .then()
          .statusCode(200)
          .body("state", equalTo("CANCELLED"));
    }
  }

  @Test
  void tails_answer_which_of_them_the_log_no_longer_has_completely() {
    publish(5);
    outbox.run(
        "DELETE FROM outbox_event WHERE aggregate_id = '%s' AND sequence <= 2".formatted(partner));
    UUID unknown = UUID.randomUUID();

    replay(
            """
            {"tails": [{"aggregateId": "%1$s", "fromSequence": 3, "toSequence": 9},
                       {"aggregateId": "%1$s", "fromSequence": 2, "toSequence": 4},
                       {"aggregateId": "%2$s", "fromSequence": 1, "toSequence": 1}]}"""
                .formatted(partner, unknown))
        .body("enqueued", equalTo(5))
        .body("removed", hasSize(2))
        .body("removed[0].fromSequence", equalTo(2))
        .body("removed[0].toSequence", equalTo(4))
        .body("removed[1].aggregateId", equalTo(unknown.toString()));
  }

  @Test
  void a_replay_of_nothing_leaves_nothing_behind() {
    replay("{\"aggregateId\": \"%s\"}".formatted(partner))
        .body("enqueued", equalTo(0))
        .body("id", nullValue());

    assertThat(replaysOfPartner()).isZero();
  }

  @Test
  void G11_bad_requests_get_a_problem_and_change_nothing() {
    refused("{}", 422);
    refused("{\"type\": \"X\", \"rate\": 0}", 422);
    refused("{\"tails\": []}", 422);
    refused("{\"tails\": [{\"aggregateId\": \"%s\"}]}".formatted(partner), 422);
    refused(
        "{\"tails\": [{\"aggregateId\": \"%s\", \"fromSequence\": 3, \"toSequence\": 2}]}"
            .formatted(partner),
        422);
    refused(
        "{\"type\": \"X\", \"tails\": [{\"aggregateId\": \"%s\", \"fromSequence\": 1, \"toSequence\": 2}]}"
            .formatted(partner),
        422);
    as("OUTBOX_REPLAY").get(REPLAYS + "?state=LOST").then().statusCode(422);
    as("OUTBOX_REPLAY").get(REPLAYS + "/" + partner).then().statusCode(404);
    as("OUTBOX_REPLAY").post(REPLAYS + "/" + partner + "/cancellation").then().statusCode(404);
    as("ADMIN_VIEW_ALL_DATA").body("{\"type\": \"X\"}").post(REPLAYS).then().statusCode(403);
    as("PARTNER_READ").get(REPLAYS).then().statusCode(403);
    as("ADMIN_VIEW_ALL_DATA")
        .post(REPLAYS + "/" + partner + "/cancellation")
        .then()
        .statusCode(403);
  }

  @Test
  void more_replays_than_can_be_kept_are_refused() {
    publish(1);
    outbox.run(
        """
        INSERT INTO outbox_replay (id, filter, requested_by, matched, up_to, leased_until)
        SELECT gen_random_uuid(), '{}', 'test', 1, 0, 'infinity' FROM generate_series(1, 10000)""");
    try {
      refused("{\"aggregateId\": \"%s\"}".formatted(partner), 503);
    } finally {
      outbox.run("DELETE FROM outbox_replay WHERE requested_by = 'test'");
    }
  }

  private long replaysOfPartner() {
    return outbox.number(
        "SELECT count(*) FROM outbox_replay WHERE filter ->> 'aggregateId' = '%s'"
            .formatted(partner));
  }

  private void publish(int events) {
    outbox.append(partner, events);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> broker.hasArrived(partner) && outbox.pending(partner) == 0);
  }

  private static ValidatableResponse replay(String body) {
    return as("OUTBOX_REPLAY").body(body).post(REPLAYS).then().statusCode(200);
  }

  private static void refused(String body, int status) {
    as("OUTBOX_REPLAY")
        .body(body)
        .post(REPLAYS)
        .then()
        .statusCode(status)
        .contentType("application/problem+json");
  }

  private static RequestSpecification as(String permission) {
    return given()
        .header("Authorization", "Bearer " + RunningPlatform.token(permission))
        .contentType(ContentType.JSON);
  }
}
