package com.cottonerp.tradedesk.posting;

import static com.cottonerp.tradedesk.testkit.Deal.offered;
import static com.cottonerp.tradedesk.testkit.Desk.as;
import static com.cottonerp.tradedesk.testkit.Desk.broker;
import static com.cottonerp.tradedesk.testkit.Desk.clerkWithoutPartners;
import static com.cottonerp.tradedesk.testkit.Desk.internal;
import static com.cottonerp.tradedesk.testkit.Desk.offer;
import static com.cottonerp.tradedesk.testkit.Desk.refused;
import static com.cottonerp.tradedesk.testkit.Desk.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.tradedesk.testkit.Deal;
import com.cottonerp.tradedesk.testkit.Market;
import com.cottonerp.tradedesk.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The brokerage acts on behalf of partners that let it. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class BrokerTest {
  @Inject Market market;

  private UUID partner;
  private String goods;

  @BeforeEach
  void a_partner() {
    partner = market.partner();
    goods = offer(market.cotton(false), market.rajkot(), "600", "50000.00");
  }

  @Test
  void a_broker_posts_for_a_partner_that_consents_and_everybody_sees_that() {
    market.consent(partner);

    String id =
        broker(partner)
            .body(goods)
            .post("/api/v1/availabilities")
            .then()
            .statusCode(201)
            .body("sellerId", equalTo(partner.toString()))
            .body("byBroker", equalTo(true))
            .extract()
            .path("id");

    as(partner)
        .get("/api/v1/availabilities/" + id)
        .then()
        .statusCode(200)
        .body("byBroker", equalTo(true));
    String own =
        as(partner)
            .body(wish(market.cotton(false), market.rajkot(), "1", "5", "500.00"))
            .post("/api/v1/requirements")
            .then()
            .statusCode(201)
            .body("byBroker", equalTo(false))
            .extract()
            .path("id");
    broker(partner).get("/api/v1/requirements/" + own).then().statusCode(200);
  }

  @Test
  void without_a_consent_that_is_valid_today_a_broker_does_nothing_and_sees_nothing() {
    refused(broker(partner).body(goods).post("/api/v1/availabilities"), 403, "consent-missing");
    refused(broker(partner).get("/api/v1/trades"), 403, "consent-missing");

    market.consent(partner, BusinessDay.today(Clock.systemUTC()).minusDays(1));
    refused(broker(partner).body(goods).post("/api/v1/availabilities"), 403, "consent-missing");

    market.consent(partner, BusinessDay.today(Clock.systemUTC()));
    broker(partner).body(goods).post("/api/v1/availabilities").then().statusCode(201);

    market.consent(partner, null);
    refused(broker(partner).get("/api/v1/availabilities"), 403, "consent-missing");
    refused(
        internal("agent", partner).body(goods).post("/api/v1/availabilities"),
        403,
        "consent-missing");
  }

  @Test
  void who_is_of_a_partner_or_has_not_the_permission_acts_for_nobody_else() {
    UUID other = market.partner();
    market.consent(partner);
    market.consent(other);

    refused(
        as(other).header("On-Behalf-Of", partner.toString()).get("/api/v1/trades"),
        403,
        "brokers-only");
    refused(
        clerkWithoutPartners().header("On-Behalf-Of", partner.toString()).get("/api/v1/trades"),
        403,
        "brokers-only");
    refused(
        internal("agent", other).header("On-Behalf-Of", partner.toString()).get("/api/v1/trades"),
        403,
        "brokers-only");
    refused(
        internal().header("On-Behalf-Of", "my-best-client").get("/api/v1/trades"),
        422,
        "invalid-request");
  }

  @Test
  void a_broker_sees_what_the_partner_sees_and_no_more() {
    Deal deal = Deal.in(market);
    deal.traded();
    Deal others = Deal.in(market);
    others.traded();
    market.consent(deal.buyer);

    broker(deal.buyer)
        .get("/api/v1/trades")
        .then()
        .statusCode(200)
        .body("items.buyerId", hasItem(deal.buyer.toString()))
        .body("items.buyerId", not(hasItem(others.buyer.toString())));
    internal()
        .get("/api/v1/trades?partnerId=" + others.buyer)
        .then()
        .body("items.buyerId", hasItem(others.buyer.toString()));
  }

  @Test
  void both_sides_see_for_whom_the_brokerage_negotiated_agreed_and_traded() {
    Deal deal = Deal.in(market);
    market.consent(deal.seller);
    String negotiation = deal.negotiation();
    String path = "/api/v1/negotiations/" + negotiation;
    offered(deal.buyer, negotiation, "49000.00", "500").then().statusCode(200);

    broker(deal.seller)
        .body("{\"price\": \"49800.00\", \"quantity\": \"500\"}")
        .post(path + "/offers")
        .then()
        .statusCode(200)
        .body("sellerByBroker", equalTo(true))
        .body("buyerByBroker", equalTo(false));
    as(deal.buyer)
        .get(path)
        .then()
        .body("sellerByBroker", equalTo(true))
        .body("offers[0].byBroker", equalTo(false))
        .body("offers[1].byBroker", equalTo(true));
    offered(deal.buyer, negotiation, "49500.00", "500").then().statusCode(200);
    broker(deal.seller).post(path + "/acceptance").then().statusCode(200);

    String trade =
        deal.trade(negotiation)
            .then()
            .statusCode(201)
            .body("sellerByBroker", equalTo(true))
            .body("buyerByBroker", equalTo(false))
            .extract()
            .path("id");
    broker(deal.seller)
        .body("{\"status\": \"in_transit\"}")
        .post("/api/v1/trades/" + trade + "/status")
        .then()
        .statusCode(200);
    refused(
        broker(deal.seller)
            .body("{\"status\": \"delivered\"}")
            .post("/api/v1/trades/" + trade + "/status"),
        403,
        "not-your-move");
    assertThat(RunningPostgres.published().lastPayloadOf(trade)).contains("\"brokerUser\"");
  }

  @Test
  void with_the_header_even_a_clerk_is_held_to_what_the_partner_may() {
    market.consent(partner);
    UUID other = market.partner();

    refused(
        broker(partner).get("/api/v1/partner-directory/" + other), 403, "somebody-elses-partner");
    broker(partner)
        .get("/api/v1/partner-directory")
        .then()
        .statusCode(200)
        .body("items.partnerId", equalTo(List.of(partner.toString())));
    refused(
        broker(partner).post("/api/v1/availabilities/" + UUID.randomUUID() + "/approval"),
        403,
        "internal-users-only");
  }

  @Test
  void the_events_name_the_user_of_the_brokerage_by_an_opaque_id() {
    market.consent(partner);
    String id =
        broker(partner)
            .body(goods)
            .post("/api/v1/availabilities")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    String posted = RunningPostgres.published().lastPayloadOf(id);
    assertThat(posted).contains("\"brokerUser\"").doesNotContain("bina");
    String byPartner =
        as(partner)
            .body(offer(market.cotton(false), market.rajkot(), "600", "50000.00"))
            .post("/api/v1/availabilities")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    assertThat(RunningPostgres.published().lastPayloadOf(byPartner))
        .doesNotContain("brokerUser\" : \"")
        .doesNotContain("brokerUser\":\"");
  }
}
