package com.cottonerp.relay.operations;

import static com.cottonerp.relay.operations.RunningPlatform.broker;
import static com.cottonerp.relay.operations.RunningPlatform.outbox;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.cottonerp.relay.testkit.FakeBroker.Reaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPlatform.class)
class FailedEventsResourceIT {
  private static final String REQUEUE = "/api/v1/outboxes/risk/requeue";
  private static final String DISCARD = "/api/v1/outboxes/risk/discard";

  private final UUID aggregate = UUID.randomUUID();

  @BeforeEach
  void brokerWorks() {
    broker.behave(Reaction.accept());
  }

  @AfterEach
  void emptyOutbox() {
    // In the relay's lock order: another order could end in a deadlock.
    outbox.runAs(
        "risk_app", "TRUNCATE risk.outbox_pending, risk.outbox_receipt, risk.outbox_event");
  }

  @Test
  void G5_all_failed_events_that_a_filter_selects_are_tried_again_in_order() {
    failed(3, aggregate, "RiskAssessed", "INVALID_ARGUMENT: schema v1");
    failed(1, UUID.randomUUID(), "RiskAssessed", "too large");

    as("SYSTEM_CONFIGURE")
        .body("{\"filter\": {\"type\": \"RiskAssessed\", \"errorContains\": \"Schema\"}}")
        .post(REQUEUE)
        .then()
        .statusCode(200)
        .body("changed", equalTo(3))
        .body("remaining", equalTo(0));

    await().atMost(Duration.ofSeconds(10)).until(() -> count("PUBLISHED") == 3);
    assertThat(broker.firstOccurrences().get(aggregate.toString())).containsExactly(1L, 2L, 3L);
    assertThat(count("FAILED")).isEqualTo(1);
  }

  @Test
  void G9_failed_events_are_discarded_by_time_and_aggregate_and_leave_tombstones() {
    failed(2, aggregate, "RiskAssessed", "bad");
    failed(1, UUID.randomUUID(), "RiskAssessed", "bad");

    as("SYSTEM_CONFIGURE")
        .body(
            "{\"filter\": {\"failedBefore\": \"2020-01-01T00:00:00Z\"}, \"reason\": \"too early\"}")
        .post(DISCARD)
        .then()
        .statusCode(200)
        .body("changed", equalTo(0));
    as("SYSTEM_CONFIGURE")
        .body(
            "{\"filter\": {\"aggregateId\": \"%s\", \"failedAfter\": \"2020-01-01T00:00:00Z\"}, \"reason\": \"never valid\"}"
                .formatted(aggregate))
        .post(DISCARD)
        .then()
        .statusCode(200)
        .body("changed", equalTo(2))
        .body("remaining", equalTo(0));

    await().atMost(Duration.ofSeconds(10)).until(() -> count("DISCARDED") == 2);
    assertThat(text("SELECT DISTINCT reason FROM risk.outbox_receipt")).isEqualTo("never valid");
    assertThat(
            text(
                """
                SELECT string_agg(concat_ws(' ', kind, change, operation, reason, after ->> 'result'), ';')
                FROM risk.audit_entry
                WHERE reason IN ('never valid', 'too early') AND actor NOT LIKE 'database:%' AND address IS NOT NULL
                """))
        .as("who discards says why, and who changes nothing is not noted")
        .isEqualTo(
            "Outbox commanded POST " + DISCARD + " never valid BulkResult[changed=2, remaining=0]");
    assertThat(count("FAILED")).isEqualTo(1);
  }

  @Test
  void a_call_changes_ten_thousand_events_the_oldest_first_and_says_how_many_remain() {
    UUID other = UUID.randomUUID();
    failed(10_001, other, "RiskAssessed", "bad");

    as("SYSTEM_CONFIGURE")
        .body("{\"filter\": {}}")
        .post(REQUEUE)
        .then()
        .statusCode(200)
        .body("changed", equalTo(10_000))
        .body("remaining", equalTo(1));

    assertThat(text("SELECT sequence FROM risk.outbox WHERE status = 'FAILED'")).isEqualTo("10001");
  }

  @Test
  void G11_bad_requests_get_a_problem_and_change_nothing() {
    failed(1, aggregate, "RiskAssessed", "bad");

    refused(as("SYSTEM_CONFIGURE").body("{}").post(REQUEUE), 422);
    refused(as("SYSTEM_CONFIGURE").body("{\"filter\": {\"kind\": \"x\"}}").post(REQUEUE), 422);
    refused(as("SYSTEM_CONFIGURE").body("{\"filter\": {\"type\": \"\"}}").post(REQUEUE), 422);
    refused(
        as("SYSTEM_CONFIGURE").body("{\"filter\": {\"aggregateId\": \"x\"}}").post(REQUEUE), 422);
    refused(as("SYSTEM_CONFIGURE").body("{\"filter\": {\"type\": \"X\"}}").post(DISCARD), 422);
    refused(
        as("SYSTEM_CONFIGURE")
            .body("{\"filter\": {\"type\": \"X\"}, \"reason\": \" \"}")
            .post(DISCARD),
        422);
    as("SYSTEM_CONFIGURE")
        .body("{\"filter\": {}, \"reason\": \"all of it\"}")
        .post(DISCARD)
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", containsString("discard-unbounded"));
    refused(
        as("SYSTEM_CONFIGURE").body("{\"filter\": {}}").post("/api/v1/outboxes/none/requeue"), 404);
    refused(as("SYSTEM_CONFIGURE").body("{\"filter\": ").post(REQUEUE), 400);

    assertThat(count("FAILED")).isEqualTo(1);
  }

  @Test
  void only_who_may_configure_the_system_may_requeue_or_discard() {
    refused(given().contentType(ContentType.JSON).body("{\"filter\": {}}").post(REQUEUE), 401);
    refused(as("ADMIN_VIEW_ALL_DATA").body("{\"filter\": {}}").post(REQUEUE), 403);
    refused(as("OUTBOX_REPLAY").body("{\"filter\": {}}").post(DISCARD), 403);
  }

  /** Appends events that failed before the relay saw them. */
  private static void failed(int events, UUID aggregate, String type, String error) {
    outbox.runAs(
        "risk_app",
        """
        BEGIN;
        SET LOCAL search_path = risk;
        INSERT INTO outbox_event (event_id, topic, aggregate_type, aggregate_id, sequence, event_type, payload)
        SELECT gen_random_uuid(), 'risk-events', 'Pair', '%1$s', n, '%2$s', '{}'
        FROM generate_series(1, %3$d) n ORDER BY n;
        UPDATE outbox_pending SET failed_at = now(), attempts = 5, last_error = '%4$s'
        WHERE aggregate_id = '%1$s';
        COMMIT
        """
            .formatted(aggregate, type, events, error));
  }

  private static long count(String status) {
    return Long.parseLong(text("SELECT count(*) FROM risk.outbox WHERE status = '" + status + "'"));
  }

  private static String text(String sql) {
    return outbox.superuserText(sql);
  }

  private static RequestSpecification as(String permission) {
    return given()
        .header("Authorization", "Bearer " + RunningPlatform.token(permission))
        .contentType(ContentType.JSON);
  }

  private static void refused(Response response, int status) {
    response.then().statusCode(status).contentType("application/problem+json");
  }
}
