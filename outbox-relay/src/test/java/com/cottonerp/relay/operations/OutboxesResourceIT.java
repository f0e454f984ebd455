package com.cottonerp.relay.operations;

import static com.cottonerp.relay.operations.RunningPlatform.broker;
import static com.cottonerp.relay.operations.RunningPlatform.outbox;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.cottonerp.relay.testkit.FakeBroker.Reaction;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPlatform.class)
class OutboxesResourceIT {
  private static final String EVENTS = "/api/v1/outboxes/partners/events";
  private static final String REPLAYS = "/api/v1/outboxes/partners/replays";

  @TestHTTPResource(value = "/", management = true)
  URI management;

  private final UUID partner = UUID.randomUUID();

  @AfterEach
  void brokerWorksAgain() {
    broker.behave(Reaction.accept());
  }

  @Test
  void the_list_of_outboxes_says_how_each_is_doing() {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                as("ADMIN_VIEW_ALL_DATA")
                    .get("/api/v1/outboxes")
                    .then()
                    .statusCode(200)
                    .body("items.source", contains("partners", "risk", "settings", "trade-desk"))
                    .body("items[0].state", equalTo("RELAYING"))
                    .body("items[0].topic", equalTo("partner-events"))
                    .body("items[0].replicas.live", equalTo(1))
                    .body("items[0].replicas.lanesOwned", equalTo(64)));

    as("ADMIN_VIEW_ALL_DATA")
        .get("/api/v1/outboxes/trade-desk")
        .then()
        .statusCode(200)
        .body("lanes", hasSize(64))
        .body("lanes[63].owner", notNullValue())
        .body("lanes[63].epoch", greaterThanOrEqualTo(1));
  }

  @Test
  void events_are_listed_page_by_page_and_only_the_single_view_has_the_payload() {
    outbox.append(partner, 3);
    awaitStatus(3, "PUBLISHED");

    String next =
        as("ADMIN_VIEW_ALL_DATA")
            .get(EVENTS + "?aggregateId=" + partner + "&limit=2")
            .then()
            .statusCode(200)
            .body("items.sequence", contains(1, 2))
            .body("items[0].payload", nullValue())
            .extract()
            .path("next");
    String eventId =
        as("ADMIN_VIEW_ALL_DATA")
            .get(EVENTS + "?aggregateId=" + partner + "&limit=2&after=" + next)
            .then()
            .body("items.sequence", contains(3))
            .body("next", nullValue())
            .extract()
            .path("items[0].eventId");

    as("ADMIN_VIEW_ALL_DATA")
        .get(EVENTS + "/" + eventId)
        .then()
        .statusCode(200)
        .body("status", equalTo("PUBLISHED"))
        .body("delivery.messageId", notNullValue())
        .body("payload.name", equalTo("Shree Cotton"));
  }

  @Test
  void G5_a_failed_event_can_be_requeued_after_a_repair() {
    String eventId = failedEvent();

    broker.behave(Reaction.accept());
    as("SYSTEM_CONFIGURE")
        .post(EVENTS + "/" + eventId + "/requeue")
        .then()
        .statusCode(200)
        .body("eventId", equalTo(eventId));

    awaitStatus(2, "PUBLISHED");
    as("SYSTEM_CONFIGURE")
        .post(EVENTS + "/" + eventId + "/requeue")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", containsString("event-not-failed"));
  }

  @Test
  void G9_a_failed_event_can_be_discarded_and_stays_a_tombstone_when_replayed() {
    String eventId = failedEvent();
    broker.behave(
        request ->
            request.getMessages(0).getData().isEmpty()
                ? Reaction.accept()
                : Reaction.refuse(Status.Code.INVALID_ARGUMENT));

    as("SYSTEM_CONFIGURE")
        .body("{\"reason\": \"duplicate of another partner\"}")
        .post(EVENTS + "/" + eventId + "/discard")
        .then()
        .statusCode(200);

    awaitStatus(1, "DISCARDED");
    broker.behave(Reaction.accept());
    awaitStatus(1, "PUBLISHED", 20);
    as("OUTBOX_REPLAY")
        .body("{\"aggregateId\": \"" + partner + "\", \"fromSequence\": 1, \"toSequence\": 1}")
        .post(REPLAYS)
        .then()
        .statusCode(200)
        .body("enqueued", equalTo(1));
    await().atMost(Duration.ofSeconds(10)).until(() -> tombstones() == 2);
    as("ADMIN_VIEW_ALL_DATA")
        .get(EVENTS + "/" + eventId)
        .then()
        .body("delivery.discardReason", equalTo("duplicate of another partner"));
  }

  @Test
  void a_replay_publishes_again_what_its_restrictions_select() {
    outbox.append(partner, 5);
    awaitStatus(5, "PUBLISHED");

    as("SYSTEM_CONFIGURE")
        .body(
            "{\"aggregateId\": \"%s\", \"fromSequence\": 2, \"toSequence\": 3, \"type\": \"PartnerUpdated\", \"fromTime\": \"2020-01-01T00:00:00Z\"}"
                .formatted(partner))
        .post(REPLAYS)
        .then()
        .statusCode(200)
        .body("enqueued", equalTo(2));

    await().atMost(Duration.ofSeconds(10)).until(() -> arrived() == 7);
    assertThat(
            outbox.number(
                "SELECT count(*) FROM outbox_pending WHERE aggregate_id = '" + partner + "'"))
        .isZero();
  }

  @Test
  void G11_bad_requests_get_a_problem_and_change_nothing() {
    refused(as("SYSTEM_CONFIGURE").body("{}").post(REPLAYS), 422);
    refused(as("SYSTEM_CONFIGURE").body("{\"agregateId\": 1}").post(REPLAYS), 422);
    refused(as("SYSTEM_CONFIGURE").body("{\"type\": ").post(REPLAYS), 400);
    refused(
        as("SYSTEM_CONFIGURE").body("{\"type\": \"X\"}").post("/api/v1/outboxes/none/replays"),
        404);
    refused(as("SYSTEM_CONFIGURE").post(EVENTS + "/" + UUID.randomUUID() + "/requeue"), 404);
    refused(
        as("SYSTEM_CONFIGURE")
            .body("{\"reason\": \" \"}")
            .post(EVENTS + "/" + partner + "/discard"),
        422);
    refused(as("ADMIN_VIEW_ALL_DATA").get(EVENTS + "?status=LOST"), 422);
    refused(as("ADMIN_VIEW_ALL_DATA").get(EVENTS + "?limit=201"), 422);
    refused(as("ADMIN_VIEW_ALL_DATA").get(EVENTS + "?after=x"), 422);
    refused(as("ADMIN_VIEW_ALL_DATA").get(EVENTS + "?aggregateId=x"), 422);
  }

  @Test
  void each_endpoint_asks_for_its_permission() {
    refused(given().get("/api/v1/outboxes"), 401);
    refused(as("PARTNER_READ").get("/api/v1/outboxes"), 403);
    refused(as("OUTBOX_REPLAY").get(EVENTS), 403);
    refused(as("ADMIN_VIEW_ALL_DATA").body("{\"type\": \"X\"}").post(REPLAYS), 403);
    refused(as("OUTBOX_REPLAY").post(EVENTS + "/" + partner + "/requeue"), 403);
  }

  @Test
  void the_program_is_ready_and_tells_its_metrics() {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> given().get(management.resolve("/q/health/ready")).then().statusCode(200));
    given().get(management.resolve("/q/health/live")).then().statusCode(200);
    given().get(management.resolve("/q/health/started")).then().statusCode(200);
    given()
        .get(management.resolve("/q/metrics"))
        .then()
        .body(containsString("outbox_pending{source=\"partners\"}"))
        .body(containsString("outbox_oldest_pending_age_seconds{source=\"partners\"}"))
        .body(containsString("outbox_failed{source=\"partners\"}"))
        .body(containsString("outbox_published_total{source=\"partners\"}"))
        .body(containsString("outbox_lease_lost_total{source=\"partners\"}"))
        .body(containsString("relay_publish_seconds_count{source=\"partners\"}"))
        .body(containsString("outbox_settle_seconds_count{source=\"partners\"}"))
        .body(containsString("relay_lanes_owned{source=\"partners\"}"))
        .body(containsString("relay_source_paused{source=\"partners\"}"));
  }

  @Test
  void what_waits_for_an_operator_makes_the_queue_no_older() {
    failedEvent();

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                given()
                    .get(management.resolve("/q/metrics"))
                    .then()
                    .body(containsString("outbox_failed{source=\"partners\"} 1.0"))
                    .body(containsString("outbox_pending{source=\"partners\"} 2.0"))
                    .body(
                        containsString(
                            "outbox_oldest_pending_age_seconds{source=\"partners\"} 0.0")));
  }

  @Test
  void readiness_says_why_a_source_is_paused_and_stays_for_the_others() {
    broker.behave(Reaction.refuse(Status.Code.NOT_FOUND));
    outbox.append(partner, 1);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                given()
                    .get(management.resolve("/q/health/ready"))
                    .then()
                    .statusCode(200)
                    .body(
                        "checks.find { it.name == 'sources' }.data.partners",
                        containsString("NOT_FOUND")));
    given().get(management.resolve("/q/health/live")).then().statusCode(200);
    as("ADMIN_VIEW_ALL_DATA")
        .get("/api/v1/outboxes")
        .then()
        .body("items[0].state", equalTo("PAUSED"))
        .body("items[1].state", equalTo("RELAYING"));

    broker.behave(Reaction.accept());

    awaitStatus(1, "PUBLISHED");
  }

  /** Returns the first of two events of a partner; the broker refuses both. */
  private String failedEvent() {
    broker.behave(Reaction.refuse(Status.Code.INVALID_ARGUMENT));
    outbox.append(partner, 2);
    awaitStatus(1, "FAILED");
    return as("ADMIN_VIEW_ALL_DATA")
        .get(EVENTS + "?status=FAILED&aggregateId=" + partner)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].sequence", equalTo(1))
        .body("items[0].delivery.attempts", equalTo(5))
        .body("items[0].delivery.lastError", containsString("INVALID_ARGUMENT"))
        .extract()
        .path("items[0].eventId");
  }

  private static RequestSpecification as(String permission) {
    return given()
        .header("Authorization", "Bearer " + RunningPlatform.token(permission))
        .contentType(ContentType.JSON);
  }

  private static void refused(io.restassured.response.Response response, int status) {
    response.then().statusCode(status).contentType("application/problem+json");
  }

  private void awaitStatus(int events, String status) {
    awaitStatus(events, status, 10);
  }

  private void awaitStatus(int events, String status, int seconds) {
    await()
        .atMost(Duration.ofSeconds(seconds))
        .until(
            () ->
                outbox.number(
                        "SELECT count(*) FROM outbox WHERE aggregate_id = '%s' AND status = '%s'"
                            .formatted(partner, status))
                    == events);
  }

  private long arrived() {
    return broker.messages().stream()
        .filter(message -> message.getAttributesOrThrow("ce-subject").equals(partner.toString()))
        .count();
  }

  private long tombstones() {
    return broker.messages().stream()
        .filter(message -> message.getAttributesOrThrow("ce-subject").equals(partner.toString()))
        .filter(message -> message.getAttributesOrDefault("tombstone", "").equals("true"))
        .count();
  }
}
