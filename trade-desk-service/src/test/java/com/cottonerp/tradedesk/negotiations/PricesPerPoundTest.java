package com.cottonerp.tradedesk.negotiations;

import static com.cottonerp.tradedesk.testkit.Deal.accepted;
import static com.cottonerp.tradedesk.testkit.Deal.offered;
import static com.cottonerp.tradedesk.testkit.Desk.activeOffer;
import static com.cottonerp.tradedesk.testkit.Desk.activeWish;
import static com.cottonerp.tradedesk.testkit.Desk.as;
import static com.cottonerp.tradedesk.testkit.Desk.internal;
import static com.cottonerp.tradedesk.testkit.Desk.matchOf;
import static com.cottonerp.tradedesk.testkit.Desk.offer;
import static com.cottonerp.tradedesk.testkit.Desk.refused;
import static com.cottonerp.tradedesk.testkit.Desk.statusOf;
import static com.cottonerp.tradedesk.testkit.Desk.wish;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.contracts.settings.v1.CommoditySnapshot;
import com.cottonerp.tradedesk.testkit.Market;
import com.cottonerp.tradedesk.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cotton for dollars a pound, to the hundredth of a cent. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class PricesPerPoundTest {
  @Inject Market market;

  private UUID seller;
  private UUID buyer;
  private UUID cotton;
  private UUID place;

  @BeforeEach
  void two_parties_and_cotton_by_the_pound() {
    seller = market.partner();
    buyer = market.partner();
    market.branch(seller, "Gujarat", "24");
    market.branch(buyer, "Gujarat", "24");
    place = market.rajkot();
    CommoditySnapshot usual = Market.cotton(UUID.randomUUID(), false);
    cotton = usual.commodityId();
    market.commodity(
        new CommoditySnapshot(
            cotton,
            usual.code(),
            usual.name(),
            usual.category(),
            usual.hsnCode(),
            usual.gstRate(),
            usual.baseUnit(),
            usual.tradeUnit(),
            usual.tradeUnitFactor(),
            "POUND",
            new BigDecimal("0.453592"),
            null,
            null,
            null,
            "USD",
            usual.parameters(),
            null,
            null,
            false,
            true));
  }

  @Test
  void a_price_keeps_its_four_decimals_from_the_post_to_the_trade() {
    UUID availability = approvedOffer();
    UUID requirement = activeWish(market, buyer, wish(cotton, place, "100", "500", "0.7500"));
    UUID match = matchOf(buyer, requirement);
    market.judge("MATCH", match, "PASS", "100", "NOT_RATED");
    Response post = as(seller).get("/api/v1/availabilities/" + availability);
    assertThat(post.<String>path("price.amount")).isEqualTo("0.7474");
    assertThat(post.<String>path("value.amount")).isEqualTo("168069.10");
    assertThat(as(buyer).get("/api/v1/requirements/" + requirement).<String>path("maxPrice.amount"))
        .isEqualTo("0.75");
    String negotiation =
        as(buyer)
            .post("/api/v1/matches/" + match + "/negotiation")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    refused(offered(buyer, negotiation, "0.7501", "500"), 400, "over-budget");
    refused(offered(buyer, negotiation, "0.74511", "500"), 422, "invalid-request");
    offered(buyer, negotiation, "0.7451", "500").then().statusCode(200);
    accepted(seller, negotiation).then().statusCode(200);
    Response trade =
        as(buyer)
            .body(
                "{\"negotiationId\": \"%s\", \"acknowledgedBindingContract\": true}"
                    .formatted(negotiation))
            .post("/api/v1/trades");

    assertThat(trade.statusCode()).as(trade.asString()).isEqualTo(201);
    assertThat(trade.<String>path("price.amount")).isEqualTo("0.7451");
    assertThat(trade.<String>path("value.amount")).isEqualTo("139626.58");
  }

  @Test
  void a_value_in_dollars_is_not_compared_with_a_bound_in_rupees() {
    UUID id = activeOffer(market, seller, offer(cotton, place, "600", "0.7474"));

    assertThat(statusOf(seller, "availabilities/" + id)).isEqualTo("pending_approval");
  }

  private UUID approvedOffer() {
    UUID id = activeOffer(market, seller, offer(cotton, place, "600", "0.7474"));
    internal().post("/api/v1/availabilities/" + id + "/approval").then().statusCode(200);
    return id;
  }

  @Test
  void what_comes_to_nothing_is_refused_at_the_post_at_the_offer_and_at_the_acceptance() {
    Response post =
        as(seller).body(offer(cotton, place, "0.001", "0.0001")).post("/api/v1/availabilities");
    refused(post, 422, "invalid-request");
    assertThat(post.<String>path("errors[0].pointer")).isEqualTo("/price");
    Response wanted =
        as(buyer)
            .body(wish(cotton, place, "0.001", "0.001", "0.0001"))
            .post("/api/v1/requirements");
    refused(wanted, 422, "invalid-request");
    assertThat(wanted.<String>path("errors[0].pointer")).isEqualTo("/maxPrice");

    approvedOffer();
    UUID requirement = activeWish(market, buyer, wish(cotton, place, "0.001", "500", "0.7500"));
    UUID match = matchOf(buyer, requirement);
    market.judge("MATCH", match, "PASS", "100", "NOT_RATED");
    String negotiation =
        as(buyer).post("/api/v1/matches/" + match + "/negotiation").then().extract().path("id");
    Response bid = offered(buyer, negotiation, "0.0001", "0.001");
    refused(bid, 422, "invalid-request");
    assertThat(bid.<String>path("errors[0].pointer")).isEqualTo("/price");

    offered(buyer, negotiation, "0.7451", "0.001").then().statusCode(200);
    // As an offer of before this rule.
    RunningPostgres.execute(
        "UPDATE negotiation SET price = 0.0001 WHERE id = '%s'".formatted(negotiation));
    Response acceptance = accepted(seller, negotiation);
    refused(acceptance, 422, "invalid-request");
    assertThat(acceptance.<String>path("errors[0].pointer")).isEqualTo("/price");
  }
}
