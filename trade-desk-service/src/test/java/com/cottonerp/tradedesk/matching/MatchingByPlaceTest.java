package com.cottonerp.tradedesk.matching;

import static com.cottonerp.tradedesk.testkit.Deal.accepted;
import static com.cottonerp.tradedesk.testkit.Deal.offered;
import static com.cottonerp.tradedesk.testkit.Desk.activeOffer;
import static com.cottonerp.tradedesk.testkit.Desk.activeWish;
import static com.cottonerp.tradedesk.testkit.Desk.as;
import static com.cottonerp.tradedesk.testkit.Desk.internal;
import static com.cottonerp.tradedesk.testkit.Desk.matchOf;
import static com.cottonerp.tradedesk.testkit.Desk.offer;
import static com.cottonerp.tradedesk.testkit.Desk.refused;
import static com.cottonerp.tradedesk.testkit.Desk.wish;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.tradedesk.testkit.Market;
import com.cottonerp.tradedesk.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class MatchingByPlaceTest {
  private static final String DAHOD = point("Dahod", "GJ", "22.8350", "74.2550", "");
  private static final String JHABUA = "22.7677\", \"longitude\": \"74.5911\"";

  @Inject Market market;

  private UUID cotton;
  private UUID seller;
  private UUID buyer;

  @BeforeEach
  void market() {
    cotton = market.cotton(false);
    seller = market.partner();
    buyer = market.partner();
  }

  @ParameterizedTest
  @CsvSource({"gj, GJ", "24, GJ", "Gujarat, gj", "ગુજરાત, 24"})
  void one_point_is_the_same_place_whatever_its_state_is_called(String one, String other) {
    UUID offer = offerAt(point("Morbi", one, "22.8173000", "70.8377000", ""));
    UUID wish = wishAt(point("Near Morbi", other, "22.8173", "70.8377", ""), "");

    matchOf(buyer, wish);
    JsonPath place = as(seller).get("/api/v1/availabilities/" + offer).jsonPath();
    assertThat(place.getString("place.stateCode")).isEqualTo("24");
    assertThat(place.getString("place.state")).isEqualTo("Gujarat");
  }

  @Test
  void a_place_in_no_state_is_refused_with_suggestions() {
    Response refusal =
        as(seller)
            .body(offerBody(point("Morbi", "Gujrta", "22.8", "70.8", "")))
            .post("/api/v1/availabilities");

    refused(refusal, 422, "invalid-request");
    assertThat(refusal.jsonPath().getString("errors[0].pointer")).isEqualTo("/place/stateCode");
    assertThat(refusal.asString()).contains("did you mean Gujarat");
  }

  @Test
  void dahod_and_jhabua_are_matched_over_the_border_of_their_states() {
    offerAt(DAHOD);
    String jhabua =
        "{\"city\": \"Jhabua\", \"stateCode\": \"MP\", \"country\": \"IN\", \"latitude\": \""
            + JHABUA;
    UUID far = wishAt(jhabua + ", \"maxDistanceKm\": 35}", "");
    UUID near = wishAt(jhabua + ", \"maxDistanceKm\": 100}", ", \"preferredQuantity\": \"200\"");

    assertThat(matchOf(buyer, near)).isNotNull();
    assertThat(refusedBy(far)).isEqualTo("WRONG_PLACE");
  }

  @Test
  void an_offer_finds_the_requirement_over_the_border_too() {
    UUID near =
        wishAt(
            "{\"city\": \"Jhabua\", \"stateCode\": \"MP\", \"country\": \"IN\", \"latitude\": \""
                + JHABUA
                + ", \"maxDistanceKm\": 100}",
            "");
    offerAt(DAHOD);

    assertThat(matchOf(buyer, near)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"5000, false", "0, true"})
  void gujarat_sells_to_tamil_nadu_and_the_freight_counts(int most, boolean otherStates) {
    UUID offer = activeOffer(market, seller, offer(cotton, market.rajkot(), "600", "50000.00"));
    String distance = most == 0 ? "" : ", \"maxDistanceKm\": " + most;
    UUID wish =
        wishAt(
            point("Coimbatore", "TN", "11.0168", "76.9558", distance),
            ", \"acceptsOtherStates\": %s, \"freight\": {\"perBaseUnitKm\": \"0.0025\"}"
                .formatted(otherStates));

    UUID match = matchOf(buyer, wish);

    // 1415.313 km x 0.0025 x 355.6222 kg.
    JsonPath forBuyer = as(buyer).get("/api/v1/matches/" + match).jsonPath();
    assertThat(forBuyer.getString("price.amount")).isEqualTo("50000.00");
    assertThat(forBuyer.getString("landedPrice.amount")).startsWith("51258.29");
    // 2.5 % above the preferred 50 000.
    assertThat(forBuyer.getString("score.price")).isEqualTo("0.8500");
    Response forSeller = as(seller).get("/api/v1/matches/" + match);
    assertThat(forSeller.<String>path("landedPrice")).isNull();
    assertThat(forSeller.asString()).doesNotContain("51258", "0.0025", "52000");
    assertThat(as(seller).get("/api/v1/availabilities/" + offer + "/matches").asString())
        .doesNotContain("51258", "0.0025", "52000");
    assertThat(internal().get("/api/v1/matches/" + match).asString()).contains("51258.29");
  }

  @Test
  void goods_ex_gin_whose_freight_is_beyond_the_budget_do_not_fit_but_delivered_ones_do() {
    UUID rajkot = market.rajkot();
    activeOffer(market, seller, offer(cotton, rajkot, "600", "51500.00"));
    UUID wish =
        wishAt("{\"locationId\": \"" + rajkot + "\"}", ", \"freight\": {\"flat\": \"500.01\"}");
    assertThat(refusedBy(wish)).isEqualTo("OVER_BUDGET");

    UUID delivered =
        activeOffer(
            market,
            market.partner(),
            offer(cotton, rajkot, "600", "51500.00")
                .replace("\"quality\"", "\"deliveryBasis\": \"delivered\", \"quality\""));

    UUID match = matchOf(buyer, wish);
    assertThat(internal().get("/api/v1/matches/" + match).asString())
        .contains(delivered.toString());
    assertThat(as(buyer).get("/api/v1/matches/" + match).<String>path("landedPrice.amount"))
        .startsWith("51500.00");
    assertThat(as(buyer).get("/api/v1/availabilities/" + delivered).<String>path("deliveryBasis"))
        .isEqualTo("delivered");
  }

  @Test
  void others_learn_nothing_of_the_freight_and_both_kinds_at_once_are_refused() {
    UUID wish = wishAt(DAHOD, ", \"freight\": {\"flat\": \"900.00\"}");

    assertThat(as(buyer).get("/api/v1/requirements/" + wish).<String>path("freight.flat"))
        .startsWith("900.00");
    assertThat(as(seller).get("/api/v1/requirements/" + wish).<Object>path("freight")).isNull();
    Response both =
        as(buyer)
            .body(
                wishBody(
                    DAHOD, ", \"freight\": {\"flat\": \"900.00\", \"perBaseUnitKm\": \"0.0025\"}"))
            .post("/api/v1/requirements");
    refused(both, 422, "invalid-request");
    assertThat(both.jsonPath().getString("errors[0].pointer")).isEqualTo("/freight");
  }

  @Test
  void a_hundred_and_three_of_a_hundred_are_agreed_on_within_the_tolerance_of_the_commodity() {
    cotton = market.cottonWithTolerance("5");
    market.branch(seller, "Gujarat", "24");
    market.branch(buyer, "Gujarat", "24");
    UUID rajkot = market.rajkot();
    activeOffer(market, seller, offer(cotton, rajkot, "600", "50000.00"));
    UUID wish = activeWish(market, buyer, wish(cotton, rajkot, "100", "100", "52000.00"));
    UUID match = matchOf(buyer, wish);
    market.judge("MATCH", match, "PASS", "100", "NOT_RATED");
    String negotiation =
        as(buyer)
            .post("/api/v1/matches/" + match + "/negotiation")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    refused(offered(buyer, negotiation, "52000.00", "105.001"), 400, "more-than-required");
    offered(buyer, negotiation, "52000.00", "103").then().statusCode(200);
    accepted(seller, negotiation).then().statusCode(200);
    as(buyer)
        .body(
            "{\"negotiationId\": \"%s\", \"acknowledgedBindingContract\": true}"
                .formatted(negotiation))
        .post("/api/v1/trades")
        .then()
        .statusCode(201);

    JsonPath bought = as(buyer).get("/api/v1/requirements/" + wish).jsonPath();
    assertThat(bought.getString("status")).isEqualTo("fulfilled");
    assertThat(bought.getString("purchasedQuantity")).isEqualTo("103.000");
    assertThat(bought.getString("remainingQuantity")).isEqualTo("0.000");
    assertThat(bought.getString("tolerancePercent")).isEqualTo("5.00");
  }

  private String refusedBy(UUID wish) {
    return as(buyer)
        .get("/api/v1/requirements/" + wish + "/matches?explain=true")
        .jsonPath()
        .getMap("whyNot.refusedBy")
        .keySet()
        .iterator()
        .next()
        .toString();
  }

  private UUID offerAt(String place) {
    return activeOffer(market, seller, offerBody(place));
  }

  private String offerBody(String place) {
    return withPlace(offer(cotton, new UUID(0, 0), "600", "50000.00"), place);
  }

  private UUID wishAt(String place, String more) {
    return activeWish(market, buyer, wishBody(place, more));
  }

  private String wishBody(String place, String more) {
    return withPlace(wish(cotton, new UUID(0, 0), "100", "500", "52000.00"), place)
        .replace(
            "\"maxPrice\": \"52000.00\"",
            "\"maxPrice\": \"52000.00\", \"preferredPrice\": \"50000.00\"" + more);
  }

  private static String withPlace(String body, String place) {
    return body.replace("{\"locationId\": \"" + new UUID(0, 0) + "\"}", place);
  }

  private static String point(
      String city, String state, String latitude, String longitude, String more) {
    return """
    {"city": "%s", "stateCode": "%s", "country": "IN", "latitude": "%s", "longitude": "%s"%s}"""
        .formatted(city, state, latitude, longitude, more);
  }
}
