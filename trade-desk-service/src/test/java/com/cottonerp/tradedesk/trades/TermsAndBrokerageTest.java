package com.cottonerp.tradedesk.trades;

import static com.cottonerp.platform.testkit.Answers.created;
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
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.cottonerp.contracts.settings.v1.CommissionStructureSet;
import com.cottonerp.tradedesk.testkit.Deal;
import com.cottonerp.tradedesk.testkit.Market;
import com.cottonerp.tradedesk.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trade names the goods, the terms on which they are sold, and the brokerage. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class TermsAndBrokerageTest {
  @Inject Market market;

  private static String with(String body, String rest) {
    return body.strip().replaceFirst("}$", ", " + rest.replace("$", "\\$") + "}");
  }

  private static String terms(String rest) {
    return "\"tradeTerms\": {" + rest + "}";
  }

  @Test
  void the_terms_go_from_the_posts_through_the_offers_into_the_trade_and_stay_there() {
    UUID seller = market.partner();
    UUID buyer = market.partner();
    market.branch(seller, "Gujarat", "24");
    market.branch(buyer, "Gujarat", "24");
    UUID cotton = market.cotton(false);
    UUID place = market.rajkot();
    UUID exGin = market.term("delivery_term", "Ex-gin");
    UUID spot = market.term("passing_term", "Spot passing");
    UUID thirty = market.term("payment_term", "Net 30");
    UUID sixty = market.term("payment_term", "Net 60");
    activeOffer(
        market,
        seller,
        with(
            offer(cotton, place, "600", "50000.00"),
            "\"variety\": \" Shankar-6 \", \"cropYear\": \"2026-27\", "
                + terms(
                    "\"deliveryTermId\": \"%s\", \"paymentTermId\": \"%s\""
                        .formatted(exGin, thirty))));
    UUID wish =
        activeWish(
            market,
            buyer,
            with(
                wish(cotton, place, "100", "500", "52000.00"),
                terms(
                    "\"passingTermId\": \"%s\", \"paymentTermId\": \"%s\""
                        .formatted(spot, sixty))));
    UUID match = matchOf(buyer, wish);
    market.judge("MATCH", match, "PASS", "100", "NOT_RATED");

    String negotiation =
        as(buyer)
            .post("/api/v1/matches/" + match + "/negotiation")
            .then()
            .statusCode(201)
            .body("tradeTerms.name", containsInAnyOrder("Ex-gin", "Net 30", "Spot passing"))
            .extract()
            .path("id");
    as(buyer)
        .body(
            with(
                "{\"price\": \"49500.00\", \"quantity\": \"500\"}",
                terms("\"paymentTermId\": \"%s\"".formatted(sixty))))
        .post("/api/v1/negotiations/" + negotiation + "/offers")
        .then()
        .statusCode(200)
        .body("tradeTerms.name", containsInAnyOrder("Ex-gin", "Net 60", "Spot passing"))
        .body("offers[0].tradeTerms.name", containsInAnyOrder("Ex-gin", "Net 60", "Spot passing"));
    accepted(seller, negotiation).then().statusCode(200);
    market.term(sixty, "payment_term", "Net 90", true);
    String trade =
        as(seller)
            .body(
                "{\"negotiationId\": \"%s\", \"acknowledgedBindingContract\": true}"
                    .formatted(negotiation))
            .post("/api/v1/trades")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    as(buyer)
        .get("/api/v1/trades/" + trade)
        .then()
        .body("goods.variety", equalTo("Shankar-6"))
        .body("goods.cropYear", equalTo("2026-27"))
        .body("goods.quality.name", containsInAnyOrder("Staple Length", "Color Grade"))
        .body("tradeTerms.name", containsInAnyOrder("Ex-gin", "Net 60", "Spot passing"))
        .body("tradeTerms.find { it.kind == 'payment_term' }.paymentDays", equalTo(30))
        .body("tradeTerms.find { it.kind == 'delivery_term' }.includesFreight", equalTo(true))
        .body("brokerage", nullValue());
    assertThat(RunningPostgres.published().of(trade).get(0).payload())
        .contains("Net 60", "Shankar-6");
  }

  @Test
  void a_term_of_another_kind_out_of_use_or_unknown_is_refused_in_posts_and_offers() {
    UUID payment = market.term("payment_term", "Net 30");
    UUID old = market.term("delivery_term", "FOB");
    market.term(old, "delivery_term", "FOB", false);
    UUID unknown = UUID.randomUUID();
    UUID seller = market.partner();
    String goods = offer(market.cotton(false), market.rajkot(), "600", "50000.00");
    long before = RunningPostgres.published().count();

    assertThat(
            refused(
                    as(seller)
                        .body(with(goods, terms("\"deliveryTermId\": \"%s\"".formatted(payment))))
                        .post("/api/v1/availabilities"),
                    422,
                    "invalid-request")
                .jsonPath()
                .getList("errors.pointer"))
        .asString()
        .contains("/tradeTerms/deliveryTermId");
    refused(
        as(seller)
            .body(with(goods, terms("\"deliveryTermId\": \"%s\"".formatted(old))))
            .post("/api/v1/availabilities"),
        400,
        "term-not-active");
    refused(
        as(seller)
            .body(with(goods, terms("\"deliveryTermId\": \"%s\"".formatted(unknown))))
            .post("/api/v1/availabilities"),
        503,
        "term-not-known-yet");
    assertThat(RunningPostgres.published().count()).isEqualTo(before);

    Deal deal = Deal.in(market);
    String negotiation = deal.negotiation();
    refused(
        as(deal.buyer)
            .body(
                with(
                    "{\"price\": \"49500.00\", \"quantity\": \"500\"}",
                    terms("\"deliveryTermId\": \"%s\"".formatted(old))))
            .post("/api/v1/negotiations/" + negotiation + "/offers"),
        400,
        "term-not-active");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026", "2026-28", "2026-26", "1926-27", "26-27", "2026/27"})
  void a_crop_year_is_two_years_in_a_row(String cropYear) {
    refused(
        as(market.partner())
            .body(
                with(
                    offer(market.cotton(false), market.rajkot(), "600", "50000.00"),
                    "\"cropYear\": \"" + cropYear + "\""))
            .post("/api/v1/availabilities"),
        422,
        "invalid-request");
  }

  @Test
  void the_brokerage_is_computed_when_the_parties_agree_and_each_sees_its_own() {
    Deal deal = Deal.in(market);
    market.commission(perBale(UUID.randomUUID(), deal.cotton, "4", "both"));
    market.commission(perBale(UUID.randomUUID(), deal.cotton, "5", "both"));
    String negotiation = deal.negotiation();
    offered(deal.buyer, negotiation, "49500.00", "500").then().statusCode(200);
    accepted(deal.seller, negotiation).then().statusCode(200);
    market.commission(perBale(UUID.randomUUID(), deal.cotton, "9", "both"));

    String trade = created(deal.trade(negotiation));

    String amount = amountOf(deal.buyer, trade, "buyer");
    assertThat(amount).isIn("2000.00", "2500.00");
    assertThat(amountOf(deal.buyer, trade, "seller")).isNull();
    assertThat(amountOf(deal.seller, trade, "seller")).isEqualTo(amount);
    assertThat(amountOf(deal.seller, trade, "buyer")).isNull();
    internal()
        .get("/api/v1/trades/" + trade)
        .then()
        .body("brokerage.buyer.amount", equalTo(amount))
        .body("brokerage.seller.amount", equalTo(amount))
        .body("brokerage.unit", equalTo("BALE"));
    as(deal.buyer)
        .get("/api/v1/trades?limit=1")
        .then()
        .body("items[0].brokerage.seller", nullValue());
  }

  private static String amountOf(UUID partner, String trade, String side) {
    return as(partner)
        .get("/api/v1/trades/" + trade)
        .then()
        .extract()
        .path("brokerage." + side + ".amount");
  }

  @Test
  void a_seller_who_changes_the_goods_accepts_no_offer_for_those_of_before() {
    Deal deal = Deal.in(market);
    String negotiation = deal.negotiation();
    offered(deal.buyer, negotiation, "49500.00", "500").then().statusCode(200);
    String path = "/api/v1/availabilities/" + deal.availability;
    as(deal.seller)
        .header("If-Match", as(deal.seller).get(path).header("ETag"))
        .body(with(offer(deal.cotton, deal.place, "600", "50000.00"), "\"cropYear\": \"2024-25\""))
        .put(path)
        .then()
        .statusCode(200);
    market.judge("AVAILABILITY", deal.availability, "PASS", "100", "NOT_RATED");

    refused(accepted(deal.seller, negotiation), 409, "goods-changed");

    offered(deal.seller, negotiation, "49500.00", "500").then().statusCode(200);
    accepted(deal.buyer, negotiation).then().statusCode(200);
    deal.trade(negotiation)
        .then()
        .statusCode(201)
        .body("goods.cropYear", equalTo("2024-25"))
        .body("goods.deliveryBasis", equalTo("EX_GIN"));
  }

  @Test
  void a_delivery_term_that_is_agreed_says_what_the_price_includes() {
    UUID delivered = market.term("delivery_term", "Delivered at mill");
    Deal deal = Deal.in(market);
    String negotiation = deal.negotiation();
    as(deal.buyer)
        .body(
            with(
                "{\"price\": \"49500.00\", \"quantity\": \"500\"}",
                terms("\"deliveryTermId\": \"%s\"".formatted(delivered))))
        .post("/api/v1/negotiations/" + negotiation + "/offers")
        .then()
        .statusCode(200);
    accepted(deal.seller, negotiation).then().statusCode(200);

    deal.trade(negotiation)
        .then()
        .statusCode(201)
        .body("goods.deliveryBasis", equalTo("DELIVERED"));
  }

  @Test
  void who_pays_no_brokerage_learns_nothing_of_it() {
    Deal deal = Deal.in(market);
    market.commission(perBale(UUID.randomUUID(), deal.cotton, "5", "seller"));
    String trade = deal.traded();

    as(deal.buyer).get("/api/v1/trades/" + trade).then().body("brokerage", nullValue());
    assertThat(amountOf(deal.seller, trade, "seller")).isEqualTo("2500.00");
  }

  @Test
  void the_narrowest_active_structure_in_the_currency_of_the_trade_counts() {
    Deal deal = Deal.in(market);
    UUID dollars = UUID.randomUUID();
    market.commission(structure(dollars, deal.cotton, "7", "both", "USD", true));
    UUID off = UUID.randomUUID();
    market.commission(structure(off, deal.cotton, "6", "both", "INR", true));
    market.commission(structure(off, deal.cotton, "6", "both", "INR", false));
    UUID other = UUID.randomUUID();
    market.commission(perBale(other, UUID.randomUUID(), "8", "both"));
    String trade = deal.traded();

    internal().get("/api/v1/trades/" + trade).then().body("brokerage", nullValue());
    internal().get("/api/v1/trades/" + trade).then().body("tradeTerms", empty());
  }

  private static CommissionStructureSet perBale(
      UUID id, UUID commodity, String amount, String appliesTo) {
    return structure(id, commodity, amount, appliesTo, "INR", true);
  }

  private static CommissionStructureSet structure(
      UUID id, UUID commodity, String amount, String appliesTo, String currency, boolean active) {
    return new CommissionStructureSet(
        id,
        commodity,
        null,
        "Brokerage",
        "per_unit",
        null,
        null,
        List.of(),
        null,
        null,
        appliesTo,
        currency,
        active,
        new BigDecimal(amount),
        "BALE",
        new BigDecimal("170"));
  }
}
