package com.cottonerp.tradedesk.negotiations;

import static com.cottonerp.tradedesk.testkit.Deal.accepted;
import static com.cottonerp.tradedesk.testkit.Deal.moved;
import static com.cottonerp.tradedesk.testkit.Deal.offered;
import static com.cottonerp.tradedesk.testkit.Desk.activeOffer;
import static com.cottonerp.tradedesk.testkit.Desk.activeWish;
import static com.cottonerp.tradedesk.testkit.Desk.as;
import static com.cottonerp.tradedesk.testkit.Desk.internal;
import static com.cottonerp.tradedesk.testkit.Desk.matchOf;
import static com.cottonerp.tradedesk.testkit.Desk.matchesOf;
import static com.cottonerp.tradedesk.testkit.Desk.offer;
import static com.cottonerp.tradedesk.testkit.Desk.posted;
import static com.cottonerp.tradedesk.testkit.Desk.refused;
import static com.cottonerp.tradedesk.testkit.Desk.statusOf;
import static com.cottonerp.tradedesk.testkit.Desk.wish;
import static com.cottonerp.tradedesk.testkit.RunningPostgres.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.contracts.partners.v1.PartnerSuspended;
import com.cottonerp.tradedesk.testkit.Deal;
import com.cottonerp.tradedesk.testkit.Market;
import com.cottonerp.tradedesk.testkit.RunningPostgres;
import com.cottonerp.tradedesk.testkit.TestClock;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What parties agree upon stays what it is, and is what they may agree upon. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class AgreementTest {
  @Inject Market market;
  @Inject TestClock clock;
  @Inject LapseAgreement lapsing;
  @Inject Vertx vertx;

  @AfterEach
  void itIsNow() {
    clock.reset();
  }

  @Test
  void while_stock_is_held_the_goods_stay_what_and_where_they_are() {
    Deal deal = Deal.in(market);
    deal.agreed();
    String body = offer(deal.cotton, deal.place, "600", "50000.00");

    refused(updated(deal, body.replace("29.0", "25.0")), 400, "stock-held");
    UUID elsewhere = market.place("Bhuj", "Gujarat", "24", "23.2420", "69.6669");
    refused(
        updated(deal, body.replace(deal.place.toString(), elsewhere.toString())),
        400,
        "stock-held");
    updated(deal, body.replace("50000.00", "50100.00")).then().statusCode(200);
  }

  @Test
  void what_is_agreed_upon_is_what_the_pair_was_let_through_with() {
    Deal hidden = Deal.in(market);
    String first = hidden.negotiation();
    offered(hidden.buyer, first, "49500.00", "500").then().statusCode(200);
    changed(
        hidden,
        offer(hidden.cotton, hidden.place, "600", "50000.00")
            .replace("\"quality\"", "\"visibility\": \"private\", \"quality\""));
    refused(accepted(hidden.seller, first), 400, "not-visible");

    Deal worse = Deal.in(market);
    String second = worse.negotiation();
    offered(worse.buyer, second, "49500.00", "500").then().statusCode(200);
    changed(
        worse, offer(worse.cotton, worse.place, "600", "50000.00").replace("\"29.0\"", "\"25.0\""));
    refused(accepted(worse.seller, second), 409, "goods-changed");
    assertThat(statusOf(worse.buyer, "negotiations/" + second)).isEqualTo("in_progress");
  }

  @Test
  void a_cleared_pair_that_fits_no_more_is_dropped() {
    Deal deal = Deal.in(market);

    changed(
        deal, offer(deal.cotton, deal.place, "600", "50000.00").replace("\"29.0\"", "\"25.0\""));

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> events(deal.match.toString()).contains("3 MatchExpired"));
    refused(
        as(deal.buyer).post("/api/v1/matches/" + deal.match + "/negotiation"),
        400,
        "match-not-cleared");
  }

  @Test
  void the_next_best_of_a_seller_has_its_turn_when_risk_refuses_the_best() {
    Deal deal = Deal.in(market);
    UUID better =
        activeOffer(market, deal.seller, offer(deal.cotton, deal.place, "601", "46000.00"));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> statusOf(deal.buyer, "matches/" + deal.match).equals("expired"));
    UUID best = UUID.fromString(matchesOf(deal.buyer, deal.requirement).get(0));
    assertThat(internal().get("/api/v1/matches/" + best).asString()).contains(better.toString());

    market.judge("MATCH", best, "FAIL", "50", "SAME_PAN");

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> statusOf(deal.buyer, "matches/" + deal.match).equals("proposed"));
  }

  @Test
  void what_is_left_after_a_trade_is_matched_again() {
    Deal deal = Deal.in(market);
    String negotiation = deal.negotiation();
    offered(deal.buyer, negotiation, "49500.00", "200").then().statusCode(200);
    accepted(deal.seller, negotiation).then().statusCode(200);
    deal.trade(negotiation).then().statusCode(201);

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> statusOf(deal.buyer, "matches/" + deal.match).equals("proposed"));
  }

  @Test
  void an_agreement_that_became_a_trade_does_not_lapse() {
    Deal deal = Deal.in(market);
    String negotiation = deal.agreed();
    deal.trade(negotiation).then().statusCode(201);
    clock.goAhead(Duration.ofDays(8));

    // As a sweeper does that saw it before the trade.
    onEventLoop(() -> lapsing.lapse(UUID.fromString(negotiation)));

    assertThat(statusOf(deal.buyer, "negotiations/" + negotiation)).isEqualTo("accepted");
    JsonPath wish = as(deal.buyer).get("/api/v1/requirements/" + deal.requirement).jsonPath();
    assertThat(wish.getString("status")).isEqualTo("fulfilled");
  }

  @Test
  void nobody_agrees_upon_a_requirement_whose_time_is_over() {
    Deal deal = Deal.in(market);
    String negotiation = deal.negotiation();
    offered(deal.buyer, negotiation, "49500.00", "200").then().statusCode(200);
    String body =
        wish(deal.cotton, deal.place, "100", "500", "52000.00")
            .replace(
                "\"quality\"",
                "\"expiresAt\": \"%s\", \"quality\""
                    .formatted(Instant.now().plus(Duration.ofHours(2))));
    String tag = as(deal.buyer).get("/api/v1/requirements/" + deal.requirement).header("ETag");
    as(deal.buyer)
        .header("If-Match", tag)
        .body(body)
        .put("/api/v1/requirements/" + deal.requirement)
        .then()
        .statusCode(200);
    market.judge("REQUIREMENT", deal.requirement, "PASS", "100", "NOT_RATED");

    clock.goAhead(Duration.ofHours(3));

    refused(accepted(deal.seller, negotiation), 400, "requirement-not-open");
  }

  @Test
  void a_seller_without_a_price_does_not_learn_what_the_buyer_would_pay() {
    UUID seller = market.partner();
    UUID buyer = market.partner();
    UUID cotton = market.cotton(false);
    UUID place = market.rajkot();
    UUID offer = activeOffer(market, seller, offer(cotton, place, "600", null));
    internal().post("/api/v1/availabilities/" + offer + "/approval").then().statusCode(200);
    UUID wish = activeWish(market, buyer, wish(cotton, place, "100", "500", "52000.00"));
    UUID match = matchOf(buyer, wish);
    market.judge("MATCH", match, "PASS", "100", "NOT_RATED");

    assertThat(as(seller).get("/api/v1/matches/" + match).asString()).doesNotContain("52000");
    Response started = as(seller).post("/api/v1/matches/" + match + "/negotiation");
    assertThat(started.statusCode()).isEqualTo(201);
    assertThat(started.asString()).doesNotContain("52000");
    assertThat(as(seller).get("/api/v1/negotiations").asString()).doesNotContain("52000");
    assertThat(as(buyer).get("/api/v1/negotiations").asString()).contains("52000");
  }

  @Test
  void a_seller_who_accepts_too_much_does_not_learn_the_budget() {
    Deal deal = Deal.in(market);
    String negotiation = deal.negotiation();
    offered(deal.buyer, negotiation, "51000.00", "200").then().statusCode(200);
    String tag = as(deal.buyer).get("/api/v1/requirements/" + deal.requirement).header("ETag");
    as(deal.buyer)
        .header("If-Match", tag)
        .body(wish(deal.cotton, deal.place, "100", "500", "50500.00"))
        .put("/api/v1/requirements/" + deal.requirement)
        .then()
        .statusCode(200);
    market.judge("REQUIREMENT", deal.requirement, "PASS", "100", "NOT_RATED");

    Response refused = refused(accepted(deal.seller, negotiation), 400, "offer-stands-no-more");
    assertThat(refused.asString()).doesNotContain("50500");
  }

  @Test
  void before_they_know_each_other_nobody_learns_why_the_other_may_not_trade() {
    Deal deal = Deal.in(market);
    market.partnerEvent(deal.seller, new PartnerSuspended(deal.seller, "papers"));

    Response refused =
        refused(
            as(deal.buyer).post("/api/v1/matches/" + deal.match + "/negotiation"),
            400,
            "counterparty-unavailable");
    assertThat(refused.asString()).doesNotContain(deal.seller.toString(), "suspended");
  }

  @Test
  void a_domestic_deal_does_not_become_an_export_by_who_is_billed() {
    Deal deal = Deal.in(market);
    UUID dubai = market.branchIn("AE", deal.buyer);

    Response refused =
        as(deal.buyer)
            .body(
                """
                {"negotiationId": "%s", "billToBranchId": "%s", "acknowledgedBindingContract": true}
                """
                    .formatted(deal.agreed(), dubai))
            .post("/api/v1/trades");

    // It is the seller who may not export; the buyer is not told so.
    refused(refused, 400, "counterparty-unavailable");
  }

  @Test
  void a_cancelled_trade_opens_no_offer_beside_what_its_seller_wants_to_buy_by_now() {
    UUID seller = market.partner();
    UUID buyer = market.partner();
    market.branch(seller, "Gujarat", "24");
    market.branch(buyer, "Gujarat", "24");
    Deal deal = Deal.between(market, market.cotton(true), seller, buyer);
    changed(deal, offer(deal.cotton, deal.place, "500", "50000.00"));
    String trade = deal.traded();
    posted(seller, "requirements", wish(deal.cotton, deal.place, "100", "400", "52000.00"));

    moved(seller, trade, "disputed").then().statusCode(200);
    internal()
        .body("{\"status\": \"cancelled\", \"reason\": \"lorry burnt\"}")
        .post("/api/v1/trades/" + trade + "/status")
        .then()
        .statusCode(200);

    assertThat(statusOf(seller, "availabilities/" + deal.availability)).isEqualTo("cancelled");
  }

  private static Response updated(Deal deal, String body) {
    String one = "/api/v1/availabilities/" + deal.availability;
    return as(deal.seller)
        .header("If-Match", as(deal.seller).get(one).header("ETag"))
        .body(body)
        .put(one);
  }

  /** Risk lets the change pass. */
  private void changed(Deal deal, String body) {
    updated(deal, body).then().statusCode(200);
    market.judge("AVAILABILITY", deal.availability, "PASS", "100", "NOT_RATED");
  }

  private void onEventLoop(Supplier<Uni<Void>> work) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Context context = VertxContext.getOrCreateDuplicatedContext(vertx);
    VertxContextSafetyToggle.setContextSafe(context, true);
    context.runOnContext(
        started ->
            Panache.withTransaction(work)
                .subscribe()
                .with(nothing -> done.complete(null), done::completeExceptionally));
    done.join();
  }
}
