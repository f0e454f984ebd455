package com.cottonerp.tradedesk.partnerdirectory;

import static com.cottonerp.tradedesk.testkit.Desk.as;
import static com.cottonerp.tradedesk.testkit.Desk.internal;
import static com.cottonerp.tradedesk.testkit.Desk.offer;
import static com.cottonerp.tradedesk.testkit.Desk.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.contracts.PublishedEvent;
import com.cottonerp.contracts.partners.v1.PartnerCreated;
import com.cottonerp.contracts.partners.v1.PartnerSuspended;
import com.cottonerp.eventing.inbox.Inbox;
import com.cottonerp.eventing.inbox.ReceivedMessage;
import com.cottonerp.eventing.testkit.InboxFeed;
import com.cottonerp.tradedesk.brokerconsents.BrokerConsentsProjection;
import com.cottonerp.tradedesk.reactions.PostsOfPartners;
import com.cottonerp.tradedesk.testkit.Market;
import com.cottonerp.tradedesk.testkit.RunningPostgres;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change names its events, and a read waits for them. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class OwnWritesTest {
  @Inject Market market;
  @Inject Inbox inbox;
  @Inject Vertx vertx;
  @Inject ObjectMapper json;
  @Inject MeterRegistry metrics;
  @Inject PartnerDirectoryProjection directory;
  @Inject BrokerConsentsProjection consents;
  @Inject PostsOfPartners posts;

  private final UUID partner = UUID.randomUUID();
  private InboxFeed feed;

  @BeforeEach
  void connect() {
    feed = new InboxFeed(inbox, vertx, json, "partners", "trade-desk.partner-events");
  }

  @Test
  void a_read_that_comes_before_the_event_waits_for_the_event_and_shows_it() throws Exception {
    deliver(created());
    ReceivedMessage suspended = message(2, new PartnerSuspended(partner, "Payment overdue"));

    CompletableFuture<Response> read = readLater(internal(), suspended, "wait=10");
    await().until(() -> waitingNow() == 1);
    deliver(suspended);

    Response answer = read.join();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.<String>path("status")).isEqualTo("suspended");
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=10");
    assertThat(waitingNow()).isZero();
  }

  @Test
  void a_read_is_answered_at_once_when_the_event_is_applied_and_nobody_asked_to_wait()
      throws Exception {
    ReceivedMessage created = created();
    deliver(created);

    read(internal(), created, null)
        .then()
        .statusCode(200)
        .header("Preference-Applied", (String) null);
  }

  @Test
  void an_event_that_does_not_come_in_time_is_said_to_be_not_yet_applied() throws Exception {
    deliver(created());
    ReceivedMessage never = message(2, new PartnerSuspended(partner, "Payment overdue"));

    refused(read(internal(), never, "wait=0"), 412, "not-yet-applied")
        .then()
        .header("Retry-After", "1")
        .header("Preference-Applied", "wait=0");
    refused(read(internal(), never, "wait=1"), 412, "not-yet-applied");
  }

  @Test
  void an_event_that_is_parked_is_not_applied_until_what_is_missing_has_come() throws Exception {
    ReceivedMessage created = created();
    ReceivedMessage suspended = message(2, new PartnerSuspended(partner, "Payment overdue"));

    deliver(suspended);
    refused(read(internal(), suspended, "wait=0"), 412, "not-yet-applied");
    CompletableFuture<Response> read = readLater(internal(), suspended, "wait=10");
    deliver(created);

    assertThat(read.join().<String>path("status")).isEqualTo("suspended");
  }

  @Test
  void an_event_that_no_read_model_handles_counts_as_soon_as_it_was_passed() {
    ReceivedMessage submitted =
        feed.message(partner, 1, "PartnerApplicationSubmitted", "{}".getBytes());
    refused(trades(submitted), 412, "not-yet-applied");

    feed.deliver(List.of(submitted), directory, consents, posts);

    trades(submitted).then().statusCode(200);
  }

  @Test
  void a_made_up_event_tells_nothing_of_the_number_that_it_guesses() throws Exception {
    deliver(created());
    deliver(message(2, new PartnerSuspended(partner, "Payment overdue")));

    for (long sequence : new long[] {1, 2, 3}) {
      ReceivedMessage madeUp = message(sequence, new PartnerSuspended(partner, "Guessed"));
      refused(read(internal(), madeUp, "wait=0"), 412, "not-yet-applied");
    }
  }

  @Test
  void all_named_events_have_to_be_applied() throws Exception {
    ReceivedMessage created = created();
    ReceivedMessage never = message(2, new PartnerSuspended(partner, "Payment overdue"));
    deliver(created);
    String both = eventId(created) + ", " + eventId(never);

    refused(
        internal()
            .header("If-Applied", both)
            .header("Prefer", "wait=0")
            .get("/api/v1/partner-directory/" + partner),
        412,
        "not-yet-applied");
  }

  @Test
  void who_may_not_read_does_not_wait() {
    ReceivedMessage never = feed.message(partner, 1, "PartnerSuspended", "{}".getBytes());

    given()
        .header("If-Applied", eventId(never))
        .header("Prefer", "wait=10")
        .get("/api/v1/partner-directory/" + partner)
        .then()
        .statusCode(401);
  }

  @Test
  void a_value_that_cannot_be_read_is_refused_with_what_is_expected() {
    String unknown =
        eventId(feed.message(partner, 1, "Any", new byte[0])).replace("partners", "moon");
    for (String value : List.of(UUID.randomUUID().toString(), "*", unknown)) {
      refused(internal().header("If-Applied", value).get("/api/v1/trades"), 422, "invalid-request")
          .then()
          .body("errors[0].pointer", org.hamcrest.Matchers.equalTo("/If-Applied"));
    }
  }

  @Test
  void a_command_waits_too_and_is_carried_out_once_what_it_needs_is_known() throws Exception {
    UUID seller = market.partner();
    UUID place = market.rajkot();
    UUID cotton = market.cotton(false);
    ReceivedMessage never = message(1, new PartnerSuspended(partner, "Payment overdue"));
    String key = UUID.randomUUID().toString();
    String body = offer(cotton, place, "600", "50000.00");

    refused(
        as(seller)
            .header("If-Applied", eventId(never))
            .header("Prefer", "wait=1")
            .header("Idempotency-Key", key)
            .body(body)
            .post("/api/v1/availabilities"),
        412,
        "not-yet-applied");
    Response posted =
        as(seller).header("Idempotency-Key", key).body(body).post("/api/v1/availabilities");

    posted.then().statusCode(201).header("Idempotency-Replayed", (String) null);
  }

  @Test
  void a_change_names_its_event_also_when_it_is_repeated_and_the_own_events_are_applied_at_once() {
    UUID seller = market.partner();
    String body = offer(market.cotton(false), market.rajkot(), "600", "50000.00");
    String key = UUID.randomUUID().toString();

    Response first =
        as(seller).header("Idempotency-Key", key).body(body).post("/api/v1/availabilities");
    Response again =
        as(seller).header("Idempotency-Key", key).body(body).post("/api/v1/availabilities");

    String id = first.path("id");
    String event =
        RunningPostgres.rowsOf(
                "SELECT event_id FROM outbox_event WHERE aggregate_id = '%s' AND sequence = 1"
                    .formatted(id))
            .get(0);
    assertThat(first.header("Event-Id"))
        .startsWith("\"%s\";source=trade-desk;subject=\"%s\";sequence=1, ".formatted(event, id));
    assertThat(again.header("Event-Id")).isEqualTo(first.header("Event-Id"));
    as(seller)
        .header("If-Applied", first.header("Event-Id"))
        .header("Prefer", "wait=0")
        .get("/api/v1/availabilities/" + id)
        .then()
        .statusCode(200)
        .header("Event-Id", (String) null);
  }

  @Test
  void a_change_without_a_key_names_its_event_and_a_refused_one_names_none() {
    UUID seller = market.partner();
    String body = offer(market.cotton(false), market.rajkot(), "600", "50000.00");

    String id = as(seller).body(body).post("/api/v1/availabilities").path("id");
    Response refused = as(seller).body(body.replace("600", "-1")).post("/api/v1/availabilities");
    Response cancelled =
        as(seller)
            .body("{\"reason\": \"Sold elsewhere\"}")
            .post("/api/v1/availabilities/" + id + "/cancellation");

    assertThat(refused.header("Event-Id")).isNull();
    cancelled.then().statusCode(200);
    assertThat(cancelled.header("Event-Id")).contains(";subject=\"%s\";sequence=2, ".formatted(id));
  }

  private ReceivedMessage created() throws Exception {
    return message(
        1,
        new PartnerCreated(
            Market.snapshot(partner, Market.INDIAN, "IN", LocalDate.now().plusYears(1))));
  }

  private ReceivedMessage message(long sequence, PublishedEvent event) throws Exception {
    return feed.message(
        partner, sequence, event.getClass().getSimpleName(), json.writeValueAsBytes(event));
  }

  private void deliver(ReceivedMessage message) {
    feed.deliver(List.of(message), directory, consents, posts);
  }

  private Response trades(ReceivedMessage event) {
    return internal()
        .header("If-Applied", eventId(event))
        .header("Prefer", "wait=0")
        .get("/api/v1/trades");
  }

  private CompletableFuture<Response> readLater(
      RequestSpecification as, ReceivedMessage event, String prefer) {
    return CompletableFuture.supplyAsync(() -> read(as, event, prefer));
  }

  private Response read(RequestSpecification as, ReceivedMessage event, String prefer) {
    RequestSpecification request = as.header("If-Applied", eventId(event));
    return (prefer == null ? request : request.header("Prefer", prefer))
        .get("/api/v1/partner-directory/" + partner);
  }

  private static String eventId(ReceivedMessage event) {
    return "\"%s\";source=partners;subject=\"%s\";sequence=%s"
        .formatted(
            event.attributes().get("ce-id"),
            event.attributes().get("ce-subject"),
            event.attributes().get("ce-sequence"));
  }

  private double waitingNow() {
    return metrics.get("http_requests_waiting").gauge().value();
  }
}
