package com.cottonerp.tradedesk.availabilities;

import static com.cottonerp.platform.testkit.Answers.created;
import static com.cottonerp.tradedesk.testkit.Desk.activeOffer;
import static com.cottonerp.tradedesk.testkit.Desk.as;
import static com.cottonerp.tradedesk.testkit.Desk.internal;
import static com.cottonerp.tradedesk.testkit.Desk.offer;
import static com.cottonerp.tradedesk.testkit.Desk.posted;
import static com.cottonerp.tradedesk.testkit.Desk.refused;
import static com.cottonerp.tradedesk.testkit.Desk.statusOf;
import static com.cottonerp.tradedesk.testkit.Desk.wish;
import static com.cottonerp.tradedesk.testkit.RunningPostgres.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.partners.v1.Capabilities;
import com.cottonerp.contracts.partners.v1.PartnerSuspended;
import com.cottonerp.contracts.risk.v1.ExposureLevelChanged;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.tradedesk.testkit.Deal;
import com.cottonerp.tradedesk.testkit.Market;
import com.cottonerp.tradedesk.testkit.RunningPostgres;
import com.cottonerp.tradedesk.testkit.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class AvailabilityTest {
  private static final String AVAILABILITIES = "/api/v1/availabilities";

  @Inject Market market;
  private String anyTrade;
  @Inject TestClock clock;

  @AfterEach
  void itIsNow() {
    clock.reset();
  }

  @Test
  void an_offer_waits_for_risk_and_is_active_once_it_let_it_pass() {
    UUID seller = market.partner();
    UUID id = posted(seller, "availabilities", cotton600());

    assertThat(statusOf(seller, "availabilities/" + id)).isEqualTo("pending_risk");
    market.judge("AVAILABILITY", id, "WARN", "70", "LITTLE_HEADROOM");

    Response offer = as(seller).get(AVAILABILITIES + "/" + id);
    assertThat(offer.jsonPath().getString("status")).isEqualTo("active");
    assertThat(offer.jsonPath().getString("riskStatus")).isEqualTo("WARN");
    assertThat(offer.jsonPath().getString("value.amount")).isEqualTo("14341061.95");
    assertThat(offer.jsonPath().getString("availableBaseQuantity")).isEqualTo("102000.000000");
    assertThat(events(id.toString()))
        .containsExactly("1 AvailabilityPosted", "2 AvailabilityActivated");
  }

  @Test
  void an_offer_that_risk_refuses_is_blocked_with_the_reasons_and_its_position_is_closed() {
    UUID seller = market.partner();
    UUID id = posted(seller, "availabilities", cotton600());

    market.judge("AVAILABILITY", id, "FAIL", "45", "CIRCULAR_TRADING");

    Response offer = as(seller).get(AVAILABILITIES + "/" + id);
    assertThat(offer.jsonPath().getString("status")).isEqualTo("blocked");
    assertThat(offer.jsonPath().getString("blockReasons")).isEqualTo("CIRCULAR_TRADING");
    assertThat(
            RunningPostgres.rowsOf(
                "SELECT open FROM trade_desk.position WHERE subject_id = '" + id + "'"))
        .containsExactly("f");
  }

  @Test
  void an_offer_above_the_limit_needs_an_approval_after_risk() {
    UUID seller = market.partner();
    UUID id =
        posted(
            seller,
            "availabilities",
            offer(market.cotton(true), market.rajkot(), "6000", "50000.00"));

    refused(
        internal().post(AVAILABILITIES + "/" + id + "/approval"),
        400,
        "availability-not-pending-approval");
    market.judge("AVAILABILITY", id, "PASS", "100", "NOT_RATED");
    assertThat(statusOf(seller, "availabilities/" + id)).isEqualTo("pending_approval");
    internal().post(AVAILABILITIES + "/" + id + "/approval").then().statusCode(200);

    assertThat(statusOf(seller, "availabilities/" + id)).isEqualTo("active");
  }

  @Test
  void nobody_approves_an_offer_that_they_posted_or_changed() {
    UUID seller = market.partner();
    market.consent(seller);
    String large = offer(market.cotton(true), market.rajkot(), "6000", "50000.00");
    UUID id =
        UUID.fromString(
            internal("poster", seller)
                .body(large)
                .post(AVAILABILITIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    internal("editor", seller)
        .header("If-Match", as(seller).get(AVAILABILITIES + "/" + id).header("ETag"))
        .body(large)
        .put(AVAILABILITIES + "/" + id)
        .then()
        .statusCode(200);
    market.judge("AVAILABILITY", id, "PASS", "100", "NOT_RATED");

    for (String user : List.of("poster", "editor")) {
      refused(
          internal(user).post(AVAILABILITIES + "/" + id + "/approval"),
          403,
          "somebody-else-decides");
    }
    internal("approver").post(AVAILABILITIES + "/" + id + "/approval").then().statusCode(200);
  }

  @Test
  void who_is_not_known_yet_gets_a_retriable_refusal() {
    UUID cotton = market.cotton(true);
    UUID place = market.rajkot();
    UUID seller = market.partner();
    long before = RunningPostgres.published().count();

    refused(
        as(UUID.randomUUID()).body(offer(cotton, place, "600", "50000.00")).post(AVAILABILITIES),
        503,
        "partner-not-known-yet");
    refused(
        as(seller).body(offer(UUID.randomUUID(), place, "600", "50000.00")).post(AVAILABILITIES),
        503,
        "commodity-not-known-yet");
    refused(
        as(seller).body(offer(cotton, UUID.randomUUID(), "600", "50000.00")).post(AVAILABILITIES),
        503,
        "location-not-known-yet");
    assertThat(RunningPostgres.published().count()).isEqualTo(before);
  }

  @Test
  void who_may_not_trade_is_refused_with_a_type_of_its_own() {
    UUID suspended = market.partner();
    market.partnerEvent(suspended, new PartnerSuspended(suspended, "papers"));
    UUID expired = UUID.randomUUID();
    market.partner(
        Market.snapshot(
            expired, Market.INDIAN, "IN", BusinessDay.today(Clock.systemUTC()).minusDays(1)));
    UUID buyerOnly =
        market.partner(new Capabilities(true, false, false, false, false, false), "IN");
    UUID inRed = market.partner();
    market.riskEvent(
        inRed,
        new ExposureLevelChanged(
            inRed, "RED", new BigDecimal("95.0"), inr("100.00"), inr("95.00")));

    refused(as(suspended).body(cotton600()).post(AVAILABILITIES), 400, "partner-not-approved");
    refused(as(expired).body(cotton600()).post(AVAILABILITIES), 400, "kyc-expired");
    refused(as(buyerOnly).body(cotton600()).post(AVAILABILITIES), 400, "capability-missing");
    refused(as(inRed).body(cotton600()).post(AVAILABILITIES), 400, "partner-in-red");
    refused(internal().body(cotton600()).post(AVAILABILITIES), 403, "no-partner");
  }

  @Test
  void the_same_offer_of_the_same_day_is_a_duplicate_until_it_is_closed() {
    UUID seller = market.partner();
    String body = cotton600();
    UUID first = activeOffer(market, seller, body);

    refused(as(seller).body(body).post(AVAILABILITIES), 409, "duplicate-order");
    as(seller)
        .body("{\"reason\": \"sold elsewhere\"}")
        .post(AVAILABILITIES + "/" + first + "/cancellation")
        .then()
        .statusCode(200);

    posted(seller, "availabilities", body);
  }

  @Test
  void who_sells_may_not_buy_the_same_commodity_where_it_forbids_it() {
    UUID seller = market.partner();
    UUID guarded = market.cotton(true);
    UUID free = market.cotton(false);
    UUID place = market.rajkot();
    activeOffer(market, seller, offer(guarded, place, "600", "50000.00"));
    activeOffer(market, seller, offer(free, place, "600", "50000.00"));

    refused(
        as(seller).body(wish(guarded, place, "10", "20", "50000.00")).post("/api/v1/requirements"),
        400,
        "circular-trading");
    posted(seller, "requirements", wish(free, place, "10", "20", "50000.00"));
  }

  @Test
  void two_posts_on_opposite_sides_at_the_same_moment_do_not_both_pass() throws Exception {
    UUID partner = market.partner();
    UUID cotton = market.cotton(true);
    UUID place = market.rajkot();

    List<Integer> answers =
        together(
            () ->
                as(partner)
                    .body(offer(cotton, place, "600", "50000.00"))
                    .post(AVAILABILITIES)
                    .statusCode(),
            () ->
                as(partner)
                    .body(wish(cotton, place, "10", "20", "50000.00"))
                    .post("/api/v1/requirements")
                    .statusCode());

    assertThat(answers).containsExactlyInAnyOrder(201, 400);
  }

  @Test
  void bad_input_is_told_where_it_is_and_changes_nothing() {
    UUID seller = market.partner();
    UUID cotton = market.cotton(true);
    UUID place = market.rajkot();
    long before = RunningPostgres.published().count();

    for (String broken :
        List.of(
            offer(cotton, place, "-1", "50000.00"),
            offer(cotton, place, "600", "0"),
            offer(cotton, place, "600", "50000.00001"),
            offer(cotton, place, "600", "50000.00").replace("29.0", "99"),
            offer(cotton, place, "600", "50000.00").replace("31-3", "pink"),
            offer(cotton, place, "600", "50000.00").replace("\"Staple Length\": \"29.0\", ", ""),
            offer(cotton, place, "600", "50000.00")
                .replace("\"locationId\"", "\"country\": \"IN\", \"locationId\""))) {
      Response answer = as(seller).body(broken).post(AVAILABILITIES);
      refused(answer, 422, "invalid-request");
      assertThat(answer.asString()).contains("\"errors\"");
    }
    assertThat(RunningPostgres.published().count()).isEqualTo(before);
  }

  @Test
  void example_17_stock_is_reserved_released_and_sold_and_always_adds_up() {
    UUID seller = market.partner();
    UUID buyer = market.partner();
    UUID id =
        activeOffer(market, seller, offer(market.cotton(true), market.rajkot(), "100", "50000.00"));

    String sixty = created(reserve(seller, id, buyer, "60"));
    refused(reserve(seller, id, buyer, "50"), 409, "not-enough-stock");
    String twenty = created(reserve(seller, id, buyer, "20"));
    release(seller, id, twenty).then().statusCode(200);
    release(seller, id, sixty).then().statusCode(200);
    String forty = created(reserve(seller, id, buyer, "40"));
    sell(seller, id, forty).then().statusCode(200);

    Response offer = as(seller).get(AVAILABILITIES + "/" + id);
    assertThat(offer.jsonPath().getString("availableQuantity")).isEqualTo("60.000");
    assertThat(offer.jsonPath().getString("reservedQuantity")).isEqualTo("0.000");
    assertThat(offer.jsonPath().getString("soldQuantity")).isEqualTo("40.000");
    refused(sell(seller, id, forty), 400, "reservation-not-held");
  }

  @Test
  void held_stock_is_not_sold_for_a_trade_that_is_invented_or_about_other_stock() {
    UUID seller = market.partner();
    UUID id = activeOffer(market, seller, cotton600());
    String held =
        reserve(seller, id, market.partner(), "40").then().statusCode(201).extract().path("id");
    UUID other = tradeOf(UUID.randomUUID().toString());

    refused(sell(seller, id, held, UUID.randomUUID()), 400, "no-trade-of-reservation");
    refused(sell(seller, id, held, other), 400, "no-trade-of-reservation");

    assertThat(as(seller).get(AVAILABILITIES + "/" + id).jsonPath().getString("soldQuantity"))
        .isEqualTo("0.000");
  }

  @Test
  void example_24_of_two_who_reserve_60_of_100_at_the_same_moment_one_gets_it() throws Exception {
    UUID seller = market.partner();
    UUID one = market.partner();
    UUID other = market.partner();
    UUID id =
        activeOffer(market, seller, offer(market.cotton(true), market.rajkot(), "100", "50000.00"));

    List<Integer> answers =
        together(
            () -> reserve(seller, id, one, "60").statusCode(),
            () -> reserve(seller, id, other, "60").statusCode());

    assertThat(answers).containsExactlyInAnyOrder(201, 409);
  }

  @Test
  void two_hundred_mixed_moves_of_stock_at_once_keep_the_sum() throws Exception {
    UUID seller = market.partner();
    UUID buyer = market.partner();
    UUID id =
        activeOffer(
            market, seller, offer(market.cotton(true), market.rajkot(), "1000", "50000.00"));
    ExecutorService users = Executors.newFixedThreadPool(10);
    try {
      List<Future<Integer>> moves = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        int kind = new Random(i).nextInt(3);
        moves.add(users.submit(() -> move(seller, id, buyer, kind)));
      }
      for (Future<Integer> move : moves) {
        assertThat(move.get()).isLessThan(500);
      }
    } finally {
      users.shutdown();
    }

    Response offer = as(seller).get(AVAILABILITIES + "/" + id);
    BigDecimal held = sum("HELD", id);
    BigDecimal sold = sum("CONSUMED", id);
    assertThat(new BigDecimal(offer.jsonPath().getString("reservedQuantity")))
        .isEqualByComparingTo(held);
    assertThat(new BigDecimal(offer.jsonPath().getString("soldQuantity")))
        .isEqualByComparingTo(sold);
    assertThat(new BigDecimal(offer.jsonPath().getString("availableQuantity")))
        .isEqualByComparingTo(new BigDecimal("1000").subtract(held).subtract(sold));
    List<String> published = events(id.toString());
    assertThat(published).last().asString().startsWith(published.size() + " ");
  }

  @Test
  void held_stock_is_given_back_when_its_time_is_over() {
    UUID seller = market.partner();
    UUID id =
        activeOffer(market, seller, offer(market.cotton(true), market.rajkot(), "100", "50000.00"));
    reserve(seller, id, market.partner(), "100").then().statusCode(201);
    assertThat(statusOf(seller, "availabilities/" + id)).isEqualTo("reserved");

    clock.goAhead(Duration.ofHours(25));

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> statusOf(seller, "availabilities/" + id).equals("active"));
    assertThat(RunningPostgres.published().lastPayloadOf(id.toString())).contains("EXPIRED");
  }

  @Test
  void an_offer_whose_time_is_over_expires() {
    UUID seller = market.partner();
    UUID id = activeOffer(market, seller, cotton600());

    clock.goAhead(Duration.ofDays(31));

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> statusOf(seller, "availabilities/" + id).equals("expired"));
  }

  @Test
  void an_offer_with_reserved_stock_is_not_cancelled() {
    UUID seller = market.partner();
    UUID id = activeOffer(market, seller, cotton600());
    reserve(seller, id, market.partner(), "10").then().statusCode(201);

    refused(
        as(seller).body("{\"reason\": \"no\"}").post(AVAILABILITIES + "/" + id + "/cancellation"),
        409,
        "reserved-stock-left");
  }

  @Test
  void stock_is_not_held_for_a_related_or_suspended_buyer() {
    UUID seller = market.partner();
    UUID branch = market.branchOf(seller);
    UUID suspended = market.partner();
    market.partnerEvent(suspended, new PartnerSuspended(suspended, "papers"));
    UUID id = activeOffer(market, seller, cotton600());

    refused(reserve(seller, id, branch, "10"), 400, "related-party");
    refused(reserve(seller, id, suspended, "10"), 400, "counterparty-unavailable");
    refused(reserve(market.partner(), id, market.partner(), "10"), 403, "not-your-post");
  }

  @Test
  void suspending_a_seller_blocks_its_open_offers() {
    UUID seller = market.partner();
    UUID active = activeOffer(market, seller, cotton600());
    UUID waiting = posted(seller, "availabilities", cotton600());

    market.partnerEvent(seller, new PartnerSuspended(seller, "papers"));

    assertThat(statusOf(seller, "availabilities/" + active)).isEqualTo("blocked");
    assertThat(statusOf(seller, "availabilities/" + waiting)).isEqualTo("blocked");
  }

  @Test
  void others_see_an_offer_by_its_visibility_and_never_its_notes_or_risk() {
    UUID seller = market.partner();
    UUID guest = market.partner();
    UUID stranger = market.partner();
    String body = cotton600().replace("\"quality\"", "\"notes\": \"cheap\", \"quality\"");
    UUID open = activeOffer(market, seller, body);
    UUID hidden =
        activeOffer(
            market,
            seller,
            cotton600().replace("\"quality\"", "\"visibility\": \"private\", \"quality\""));
    UUID restricted =
        activeOffer(
            market,
            seller,
            cotton600()
                .replace(
                    "\"quality\"",
                    "\"visibility\": \"restricted\", \"restrictedBuyers\": [\"%s\"], \"quality\""
                        .formatted(guest)));

    Response seen = as(stranger).get(AVAILABILITIES + "/" + open);
    assertThat(seen.statusCode()).isEqualTo(200);
    assertThat(seen.jsonPath().getString("notes")).isNull();
    assertThat(seen.jsonPath().getString("riskStatus")).isNull();
    refused(as(stranger).get(AVAILABILITIES + "/" + hidden), 404, "not-found");
    refused(as(stranger).get(AVAILABILITIES + "/" + restricted), 404, "not-found");
    as(guest).get(AVAILABILITIES + "/" + restricted).then().statusCode(200);
    as(seller).get(AVAILABILITIES + "/" + hidden).then().statusCode(200);
    internal().get(AVAILABILITIES + "/" + hidden).then().statusCode(200);
  }

  @Test
  void a_changed_offer_says_what_changed_and_waits_for_risk_again() {
    UUID seller = market.partner();
    UUID cotton = market.cotton(true);
    UUID place = market.rajkot();
    UUID id = activeOffer(market, seller, offer(cotton, place, "600", "50000.00"));
    String tag = as(seller).get(AVAILABILITIES + "/" + id).header("ETag");
    String cheaper = offer(cotton, place, "600", "48000.00");

    refused(as(seller).body(cheaper).put(AVAILABILITIES + "/" + id), 428, "if-match-required");
    as(seller)
        .header("If-Match", tag)
        .body(cheaper)
        .put(AVAILABILITIES + "/" + id)
        .then()
        .statusCode(200);
    refused(
        as(seller).header("If-Match", tag).body(cheaper).put(AVAILABILITIES + "/" + id),
        412,
        "stale-version");

    assertThat(statusOf(seller, "availabilities/" + id)).isEqualTo("pending_risk");
    assertThat(RunningPostgres.published().lastPayloadOf(id.toString()))
        .contains("\"field\": \"price\"")
        .contains("50000.00")
        .contains("48000.00");
  }

  @Test
  void a_verdict_on_what_an_offer_was_before_does_not_count() {
    UUID seller = market.partner();
    UUID cotton = market.cotton(true);
    UUID place = market.rajkot();
    UUID id = posted(seller, "availabilities", offer(cotton, place, "600", "50000.00"));
    String tag = as(seller).get(AVAILABILITIES + "/" + id).header("ETag");
    as(seller)
        .header("If-Match", tag)
        .body(offer(cotton, place, "900", "50000.00"))
        .put(AVAILABILITIES + "/" + id)
        .then()
        .statusCode(200);

    market.judge("AVAILABILITY", id, "PASS", "100", "NOT_RATED", 1L);
    assertThat(statusOf(seller, "availabilities/" + id)).isEqualTo("pending_risk");

    market.judge("AVAILABILITY", id, "PASS", "100", "NOT_RATED", 2L);
    assertThat(statusOf(seller, "availabilities/" + id)).isEqualTo("active");
  }

  private int move(UUID seller, UUID id, UUID buyer, int kind) {
    Response reserved = reserve(seller, id, buyer, "7");
    if (reserved.statusCode() != 201 || kind == 0) {
      return reserved.statusCode();
    }
    String reservation = reserved.path("id");
    return (kind == 1 ? release(seller, id, reservation) : sell(seller, id, reservation))
        .statusCode();
  }

  private static BigDecimal sum(String status, UUID id) {
    return new BigDecimal(
        RunningPostgres.rowsOf(
                "SELECT coalesce(sum(quantity), 0) FROM trade_desk.reservation WHERE status = '%s' AND availability_id = '%s'"
                    .formatted(status, id))
            .get(0));
  }

  private static List<Integer> together(Callable<Integer> one, Callable<Integer> other)
      throws Exception {
    ExecutorService users = Executors.newFixedThreadPool(2);
    try {
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : users.invokeAll(List.of(one, other))) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      users.shutdown();
    }
  }

  private static Response reserve(UUID seller, UUID id, UUID buyer, String quantity) {
    return as(seller)
        .body("{\"buyerId\": \"%s\", \"quantity\": \"%s\"}".formatted(buyer, quantity))
        .post(AVAILABILITIES + "/" + id + "/reservations");
  }

  private static Response release(UUID seller, UUID id, String reservation) {
    return as(seller)
        .body("{\"reason\": \"no agreement\"}")
        .post(AVAILABILITIES + "/" + id + "/reservations/" + reservation + "/release");
  }

  private Response sell(UUID seller, UUID id, String reservation) {
    return sell(seller, id, reservation, tradeOf(reservation));
  }

  /** A trade like another one, of this reservation. */
  private UUID tradeOf(String reservation) {
    UUID id = UUID.randomUUID();
    UUID like = UUID.fromString(anyTrade());
    RunningPostgres.execute(
        """
        INSERT INTO trade_desk.trade
        SELECT (jsonb_populate_record(t, jsonb_build_object(
          'id', '%s', 'number', '%s', 'negotiation_id', '%s', 'reservation_id', '%s'))).*
        FROM trade_desk.trade t WHERE id = '%s'"""
            .formatted(id, "TEST-" + id, UUID.randomUUID(), reservation, like));
    return id;
  }

  private synchronized String anyTrade() {
    if (anyTrade == null) {
      anyTrade = Deal.in(market).traded();
    }
    return anyTrade;
  }

  private static Response sell(UUID seller, UUID id, String reservation, UUID trade) {
    return as(seller)
        .body("{\"tradeId\": \"%s\"}".formatted(trade))
        .post(AVAILABILITIES + "/" + id + "/reservations/" + reservation + "/sale");
  }

  private String cotton600() {
    return offer(market.cotton(true), market.rajkot(), "600", "50000.00");
  }

  private static Money inr(String amount) {
    return new Money(new BigDecimal(amount), "INR");
  }
}
