package com.cottonerp.tradedesk.matching;

import static com.cottonerp.tradedesk.testkit.Desk.activeOffer;
import static com.cottonerp.tradedesk.testkit.Desk.activeWish;
import static com.cottonerp.tradedesk.testkit.Desk.as;
import static com.cottonerp.tradedesk.testkit.Desk.internal;
import static com.cottonerp.tradedesk.testkit.Desk.matchOf;
import static com.cottonerp.tradedesk.testkit.Desk.matchesOf;
import static com.cottonerp.tradedesk.testkit.Desk.offer;
import static com.cottonerp.tradedesk.testkit.Desk.refused;
import static com.cottonerp.tradedesk.testkit.Desk.wish;
import static com.cottonerp.tradedesk.testkit.RunningPostgres.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.tradedesk.testkit.Market;
import com.cottonerp.tradedesk.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class MatchingTest {
  @Inject Market market;

  private UUID cotton;
  private UUID rajkot;
  private UUID seller;
  private UUID buyer;

  @BeforeEach
  void market() {
    cotton = market.cotton(false);
    rajkot = market.rajkot();
    seller = market.partner();
    buyer = market.partner();
  }

  @Test
  void a_requirement_finds_an_offer_that_was_there_before_and_risk_clears_the_pair() {
    UUID offer = activeOffer(market, seller, offer(cotton, rajkot, "600", "50000.00"));
    UUID wish = activeWish(market, buyer, wish(cotton, rajkot, "100", "500", "52000.00"));

    UUID match = matchOf(buyer, wish);
    JsonPath proposed = as(buyer).get("/api/v1/matches/" + match).jsonPath();
    market.judge("MATCH", match, "PASS", "100", "NOT_RATED");

    assertThat(proposed.getString("status")).isEqualTo("proposed");
    assertThat(proposed.getString("score.quality")).isEqualTo("1.0000");
    assertThat(proposed.getString("quantity")).isEqualTo("100.000");
    assertThat(events(match.toString())).containsExactly("1 MatchProposed", "2 MatchCleared");
    assertThat(
            as(seller)
                .get("/api/v1/availabilities/" + offer + "/matches")
                .jsonPath()
                .getString("items[0].status"))
        .isEqualTo("cleared");
  }

  @Test
  void an_offer_finds_a_requirement_that_was_there_before() {
    UUID wish = activeWish(market, buyer, wish(cotton, rajkot, "100", "500", "52000.00"));
    activeOffer(market, seller, offer(cotton, rajkot, "600", "50000.00"));

    matchOf(buyer, wish);
  }

  @Test
  void before_they_negotiate_nobody_learns_who_the_other_is() {
    UUID offer = activeOffer(market, seller, offer(cotton, rajkot, "600", "50000.00"));
    UUID wish = activeWish(market, buyer, wish(cotton, rajkot, "100", "500", "52000.00"));
    UUID match = matchOf(buyer, wish);

    String forBuyer = as(buyer).get("/api/v1/matches/" + match).asString();
    String forSeller = as(seller).get("/api/v1/matches/" + match).asString();
    String list = as(buyer).get("/api/v1/requirements/" + wish + "/matches").asString();

    assertThat(forBuyer + list)
        .contains("Verified seller", "Gujarat", "4.5")
        .doesNotContain(seller.toString(), offer.toString(), "Company");
    assertThat(forSeller).doesNotContain(buyer.toString(), wish.toString());
    refused(as(market.partner()).get("/api/v1/matches/" + match), 404, "not-found");
    assertThat(internal().get("/api/v1/matches/" + match).asString()).contains(offer.toString());
  }

  @Test
  void a_pair_that_risk_refuses_is_rejected_with_the_reasons() {
    activeOffer(market, seller, offer(cotton, rajkot, "600", "50000.00"));
    UUID wish = activeWish(market, buyer, wish(cotton, rajkot, "100", "500", "52000.00"));
    UUID match = matchOf(buyer, wish);

    market.judge("MATCH", match, "FAIL", "100", "SAME_PAN");

    assertThat(events(match.toString())).containsExactly("1 MatchProposed", "2 MatchRejected");
    assertThat(RunningPostgres.published().lastPayloadOf(match.toString())).contains("SAME_PAN");
  }

  @Test
  void of_one_seller_the_best_offer_is_proposed() {
    UUID dear = activeOffer(market, seller, offer(cotton, rajkot, "600", "51900.00"));
    UUID cheap = activeOffer(market, seller, offer(cotton, rajkot, "601", "46000.00"));
    UUID other = market.partner();
    activeOffer(market, other, offer(cotton, rajkot, "600", "51900.00"));
    UUID wish = activeWish(market, buyer, wish(cotton, rajkot, "100", "500", "52000.00"));
    matchOf(buyer, wish);

    await().atMost(Duration.ofMinutes(1)).until(() -> matchesOf(buyer, wish).size() == 2);
    String all = internal().get("/api/v1/requirements/" + wish + "/matches").asString();
    assertThat(all).contains(cheap.toString()).doesNotContain(dear.toString());
  }

  @Test
  void a_better_offer_of_the_same_seller_takes_the_place_of_the_first() {
    activeOffer(market, seller, offer(cotton, rajkot, "600", "51900.00"));
    UUID wish = activeWish(market, buyer, wish(cotton, rajkot, "100", "500", "52000.00"));
    UUID first = matchOf(buyer, wish);

    UUID cheap = activeOffer(market, seller, offer(cotton, rajkot, "601", "46000.00"));

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> !matchesOf(buyer, wish).contains(first.toString()));
    assertThat(matchesOf(buyer, wish)).hasSize(1);
    assertThat(events(first.toString())).containsExactly("1 MatchProposed", "2 MatchExpired");
    assertThat(internal().get("/api/v1/requirements/" + wish + "/matches").asString())
        .contains(cheap.toString());
  }

  @Test
  void each_gate_says_why_not_and_refuses_a_proposal_by_hand_with_its_own_type() {
    UUID wish = activeWish(market, buyer, wish(cotton, rajkot, "100", "500", "52000.00"));
    UUID delhi = market.place("Delhi", "Delhi", "07", "28.6139", "77.2090");
    UUID branch = market.branchOf(buyer);
    Map<String, UUID> offers =
        Map.of(
            "over-budget", activeOffer(market, seller, offer(cotton, rajkot, "600", "52000.01")),
            "not-enough-stock",
                activeOffer(market, seller, offer(cotton, rajkot, "9.999", "50000.00")),
            "wrong-place", activeOffer(market, seller, offer(cotton, delhi, "600", "50000.00")),
            "wrong-quality",
                activeOffer(
                    market,
                    seller,
                    offer(cotton, rajkot, "602", "50000.00").replace("29.0", "27.9")),
            "related-party", activeOffer(market, branch, offer(cotton, rajkot, "603", "50000.00")),
            "not-visible",
                activeOffer(
                    market,
                    seller,
                    offer(cotton, rajkot, "604", "50000.00")
                        .replace("\"quality\"", "\"visibility\": \"private\", \"quality\"")));

    offers.forEach((type, id) -> refused(propose(wish, id), 400, type));
    Response why = as(buyer).get("/api/v1/requirements/" + wish + "/matches?explain=true");
    assertThat(why.jsonPath().getList("items")).isEmpty();
    assertThat(why.jsonPath().getInt("whyNot.lookedAt")).isEqualTo(5);
    assertThat(why.jsonPath().getMap("whyNot.refusedBy")).doesNotContainKey("NOT_VISIBLE");
    assertThat(why.asString()).doesNotContain(seller.toString());
    Response all = internal().get("/api/v1/requirements/" + wish + "/matches?explain=true");
    assertThat(all.jsonPath().getInt("whyNot.lookedAt")).isEqualTo(6);
    assertThat(all.jsonPath().getMap("whyNot.refusedBy"))
        .containsOnlyKeys(
            "OVER_BUDGET",
            "NOT_ENOUGH_STOCK",
            "WRONG_PLACE",
            "WRONG_QUALITY",
            "RELATED_PARTY",
            "NOT_VISIBLE");
  }

  @Test
  void a_match_ends_with_its_post_and_nobody_negotiates_about_what_is_gone() {
    UUID offer = activeOffer(market, seller, offer(cotton, rajkot, "600", "50000.00"));
    UUID wish = activeWish(market, buyer, wish(cotton, rajkot, "100", "500", "52000.00"));
    UUID match = matchOf(buyer, wish);
    market.judge("MATCH", match, "PASS", "100", "NOT_RATED");

    as(seller)
        .body("{\"reason\": \"Sold elsewhere\"}")
        .post("/api/v1/availabilities/" + offer + "/cancellation")
        .then()
        .statusCode(200);

    Response start = as(buyer).post("/api/v1/matches/" + match + "/negotiation");
    assertThat(start.statusCode()).as(start.asString()).isEqualTo(400);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> events(match.toString()).contains("3 MatchExpired"));
  }

  @Test
  void example_16_a_tenth_of_the_least_quantity_is_enough() {
    UUID wish = activeWish(market, buyer, wish(cotton, rajkot, "100", "500", "52000.00"));
    activeOffer(market, seller, offer(cotton, rajkot, "10", "50000.00"));

    matchOf(buyer, wish);
  }

  @Test
  void an_internal_offer_is_matched_by_hand_only() {
    UUID wish = activeWish(market, buyer, wish(cotton, rajkot, "100", "500", "52000.00"));
    UUID hidden =
        activeOffer(
            market,
            seller,
            offer(cotton, rajkot, "600", "50000.00")
                .replace("\"quality\"", "\"visibility\": \"internal\", \"quality\""));

    refused(
        as(buyer)
            .body("{\"availabilityId\": \"%s\"}".formatted(hidden))
            .post("/api/v1/requirements/" + wish + "/matches"),
        403,
        "permission-missing");
    assertThat(propose(wish, hidden).statusCode()).isEqualTo(201);
    refused(propose(wish, hidden), 409, "already-proposed");
  }

  @Test
  void a_changed_price_proposes_the_pair_again() {
    UUID offer = activeOffer(market, seller, offer(cotton, rajkot, "600", "52000.00"));
    UUID wish = activeWish(market, buyer, wish(cotton, rajkot, "100", "500", "52000.00"));
    UUID match = matchOf(buyer, wish);
    market.judge("MATCH", match, "PASS", "100", "NOT_RATED");
    String tag = as(seller).get("/api/v1/availabilities/" + offer).header("ETag");

    as(seller)
        .header("If-Match", tag)
        .body(offer(cotton, rajkot, "600", "45000.00"))
        .put("/api/v1/availabilities/" + offer)
        .then()
        .statusCode(200);
    market.judge("AVAILABILITY", offer, "PASS", "100", "NOT_RATED");

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> events(match.toString()).contains("3 MatchProposed"));
  }

  @Test
  void an_offer_to_be_negotiated_is_matched_at_what_the_buyer_would_like_to_pay() {
    UUID offer = activeOffer(market, seller, offer(cotton, rajkot, "600", null));
    // Nobody knows its value, so somebody has to approve it.
    internal().post("/api/v1/availabilities/" + offer + "/approval").then().statusCode(200);
    UUID wish =
        activeWish(
            market,
            buyer,
            wish(cotton, rajkot, "100", "500", "52000.00")
                .replace("\"quality\"", "\"preferredPrice\": \"47000.00\", \"quality\""));

    UUID match = matchOf(buyer, wish);

    assertThat(as(buyer).get("/api/v1/matches/" + match).jsonPath().getString("price.amount"))
        .isEqualTo("47000.00");
  }

  private static Response propose(UUID wish, UUID offer) {
    return internal()
        .body("{\"availabilityId\": \"%s\"}".formatted(offer))
        .post("/api/v1/requirements/" + wish + "/matches");
  }
}
