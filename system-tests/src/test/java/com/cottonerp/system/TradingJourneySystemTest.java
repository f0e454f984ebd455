package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.runner.ApiClient;
import com.cottonerp.system.testkit.Company;
import com.cottonerp.system.testkit.Market;
import com.cottonerp.system.testkit.Sale;
import com.cottonerp.system.testkit.TestSystem;
import com.cottonerp.system.testkit.Trader;
import com.cottonerp.system.testkit.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a post to a trade over the packaged programs, by events only. */
@ExtendWith(TestSystem.Shared.class)
class TradingJourneySystemTest {
  private static final Runnable NOTHING = () -> {};
  private final TestSystem system;
  private final Market market;

  TradingJourneySystemTest(TestSystem system) {
    this.system = system;
    this.market = new Market(system);
  }

  @Test
  void two_partners_from_onboarding_to_a_completed_trade() {
    Trader seller = new Trader(system);
    Trader buyer = new Trader(system);
    Sale sale = new Sale(market, seller, buyer, NOTHING);

    sale.post("100");
    sale.agree("100");
    JsonNode trade = sale.trade();

    // 100 bales of 170 kg at 49 500 a candy of 355.6222 kg: 47 % of the limit of 5 000 000
    assertThat(trade.at("/value/amount").asText()).isEqualTo("2366275.22");
    Waiting.untilAsserted(
        "risk counts the trade",
        () -> {
          assertThat(exposure(buyer).at("/exposure/amount").asText()).isEqualTo("2366275.22");
          assertThat(exposure(seller).path("utilisation").asText()).isEqualTo("47.3");
        });
    Waiting.until("the parties see each other", () -> buyer.contactOf(seller.id()).status() == 200);
    assertThat(seller.contactOf(buyer.id()).body().at("/contact/email").asText()).contains("@");
    assertThat(seller.contactOf(buyer.id()).body().at("/gstin").asText()).hasSize(15);
    Trader stranger = new Trader(system);
    assertThat(stranger.contactOf(buyer.id()).status()).isEqualTo(403);

    String path = "trades/" + trade.path("id").asText() + "/status";
    seller.post(path, "{\"status\": \"in_transit\"}").expect(200);
    buyer.post(path, "{\"status\": \"delivered\"}").expect(200);
    buyer.post(path, "{\"status\": \"completed\"}").expect(200);

    assertThat(seller.get("availabilities/" + sale.availability()).path("status").asText())
        .isEqualTo("sold");
    assertThat(buyer.get("requirements/" + sale.requirement()).path("status").asText())
        .isEqualTo("fulfilled");
    Waiting.untilAsserted(
        "nothing is open any more",
        () -> {
          assertThat(exposure(buyer).at("/exposure/amount").asText()).startsWith("0");
          assertThat(openBusiness(buyer)).isZero();
          assertThat(openBusiness(seller)).isZero();
        });
  }

  @Test
  void the_pair_is_explained_and_reproducible_in_risk() {
    Trader seller = new Trader(system);
    Trader buyer = new Trader(system);
    Sale sale = new Sale(market, seller, buyer, NOTHING);
    sale.post("10");
    String match = sale.match("cleared");

    JsonNode verdict =
        system
            .api()
            .get(risk("assessments?order=oldest&subjectId=" + match))
            .expect(200)
            .body()
            .at("/items/0");

    assertThat(verdict.path("status").asText()).isEqualTo("PASS");
    assertThat(verdict.path("rulesVersion").asText()).isEqualTo("3");
    assertThat(verdict.at("/inputs/pair/buyer/limit").asText()).isEqualTo("5000000.00");
    assertThat(
            system
                .api()
                .get(tradeDesk("risk-verdicts/" + match))
                .expect(200)
                .body()
                .path("status")
                .asText())
        .isEqualTo("PASS");
  }

  @Test
  void each_gate_before_the_score_refuses_with_its_own_type() {
    Trader seller = new Trader(system);
    Trader buyer = new Trader(system);
    Trader sibling = new Trader(system);
    relate(sibling, buyer);
    String delhi = market.location("Delhi", "DL", "28.6139", "77.2090");
    String wish = buyer.made("requirements", market.wish("10", "52000.00"));
    buyer.awaitStatus("requirements/" + wish, "active");

    assertRefused(wish, active(seller, market.offer("11", "52000.01")), "over-budget");
    assertRefused(
        wish, active(seller, market.offerAt(delhi, "12", "50000.00", "29.0")), "wrong-place");
    String place = market.location("Rajkot", "GJ", "22.3039", "70.8022");
    assertRefused(
        wish, active(seller, market.offerAt(place, "13", "50000.00", "27.0")), "wrong-quality");
    assertRefused(wish, active(sibling, market.offer("14", "50000.00")), "related-party");
    ApiClient.Answer circular = buyer.post("availabilities", market.offer("15", "50000.00"));
    assertThat(circular.status()).isEqualTo(400);
    assertThat(circular.text("type")).endsWith("/circular-trading");
    JsonNode why = buyer.get("requirements/" + wish + "/matches?explain=true").path("whyNot");
    assertThat(why.path("refusedBy").size()).isEqualTo(4);
  }

  @Test
  void a_pair_that_traded_the_other_way_round_today_is_rejected() {
    Trader one = new Trader(system);
    Trader other = new Trader(system);
    new Sale(market, one, other, NOTHING).complete("10");
    // Else it is the circular rule that refuses.
    awaitSettled(one);
    awaitSettled(other);
    Sale back = new Sale(market, other, one, NOTHING);
    back.post("10");

    String match = back.match("rejected");

    assertThat(matchForClerks(match).path("rejectedFor").asText()).isEqualTo("WASH_TRADING");
  }

  private JsonNode matchForClerks(String match) {
    return system.api().get(tradeDesk("matches/" + match)).expect(200).body();
  }

  @Test
  void two_partners_with_one_phone_are_linked_and_warned_of() {
    Company first = new Company(system);
    Company second = new Company(system).withPhoneOf(first);
    Trader seller = new Trader(system, first);
    Trader buyer = new Trader(system, second);
    Sale sale = new Sale(market, seller, buyer, NOTHING);
    sale.post("10");

    String match = sale.match("cleared");

    assertThat(buyer.get("matches/" + match).path("riskStatus").isNull()).isTrue();
    assertThat(matchForClerks(match).path("riskStatus").asText()).isEqualTo("WARN");
    JsonNode links =
        system
            .api()
            .post(
                risk("party-links/check"),
                "{\"partnerId\": \"%s\", \"otherPartnerId\": \"%s\"}"
                    .formatted(seller.id(), buyer.id()))
            .expect(200)
            .body();
    assertThat(links.path("severity").asText()).isEqualTo("WARN");
  }

  @Test
  void who_is_bound_to_its_limit_is_in_red_and_its_posts_are_blocked() {
    Trader seller = new Trader(system);
    Trader buyer = new Trader(system);
    String open = active(seller, new Market(system).offer("20", "50000.00"));
    Sale sale = new Sale(market, seller, buyer, NOTHING);
    sale.post("195");
    sale.agree("195");
    sale.trade();

    seller.awaitStatus("availabilities/" + open, "blocked");

    ApiClient.Answer more = seller.post("availabilities", market.offer("21", "50000.00"));
    assertThat(more.status()).isEqualTo(400);
    assertThat(more.text("type")).endsWith("/partner-in-red");
    assertThat(exposure(seller).path("level").asText()).isEqualTo("RED");
    Waiting.until(
        "partners hears of it",
        () ->
            system
                .api()
                .get(partners(seller) + "/risk-standing")
                .body()
                .path("exposureLevel")
                .asText()
                .equals("RED"));
  }

  @Test
  void a_suspension_stops_the_posts_of_a_partner_and_what_it_is_about_to_agree_on() {
    Trader seller = new Trader(system);
    Trader buyer = new Trader(system);
    Sale sale = new Sale(market, seller, buyer, NOTHING);
    sale.post("10");
    String match = sale.match("cleared");
    String negotiation = buyer.made("matches/" + match + "/negotiation", "");
    buyer
        .post(
            "negotiations/" + negotiation + "/offers",
            "{\"price\": \"49500.00\", \"quantity\": \"10\"}")
        .expect(200);

    system.api().post(partners(seller) + "/suspension", "{\"reason\": \"papers\"}").expect(200);
    seller.awaitStatus("availabilities/" + sale.availability(), "blocked");

    assertThat(seller.post("negotiations/" + negotiation + "/acceptance", "").status())
        .isEqualTo(400);
    ApiClient.Answer more = seller.post("availabilities", market.offer("12", "50000.00"));
    assertThat(more.text("type")).endsWith("/partner-not-approved");
  }

  @Test
  void who_fails_the_renewal_of_its_kyc_trades_no_more() {
    Trader seller = new Trader(system);
    String offer = active(seller, market.offer("10", "50000.00"));
    String renewal =
        system
            .apiOf("who-asks")
            .post(partners(seller) + "/kyc-renewals", "{\"type\": \"adhoc\"}")
            .expect(201)
            .text("id");

    system
        .api()
        .post(
            partners(seller) + "/kyc-renewals/" + renewal + "/completion",
            "{\"outcome\": \"failed\", \"notes\": \"papers are forged\"}")
        .expect(200);

    seller.awaitStatus("availabilities/" + offer, "blocked");
  }

  private String active(Trader seller, String body) {
    String id = seller.made("availabilities", body);
    seller.awaitStatus("availabilities/" + id, "active");
    return id;
  }

  private void assertRefused(String wish, String offer, String type) {
    ApiClient.Answer answer =
        system
            .api()
            .post(
                tradeDesk("requirements/" + wish + "/matches"),
                "{\"availabilityId\": \"%s\"}".formatted(offer));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("type")).endsWith("/" + type);
  }

  private void relate(Trader branch, Trader master) {
    system
        .api()
        .put(
            partners(branch) + "/relationships",
            "{\"masterPartnerId\": \"%s\"}".formatted(master.id()),
            system.api().get(partners(branch)).etag())
        .expect(200);
    Waiting.until(
        "the trade desk knows of the relation",
        () ->
            UUID.fromString(
                    system
                        .api()
                        .get(tradeDesk("partner-directory/" + branch.id()))
                        .text("masterPartnerId"))
                .equals(master.id()));
  }

  /** Until risk, too, knows that nothing of a partner is open. */
  private void awaitSettled(Trader partner) {
    Waiting.untilAsserted(
        "risk knows that it is settled",
        () -> assertThat(exposure(partner).at("/exposure/amount").asText()).startsWith("0"));
  }

  private JsonNode exposure(Trader partner) {
    return system.api().get(risk("partners/" + partner.id() + "/exposure")).expect(200).body();
  }

  private int openBusiness(Trader partner) {
    return system
        .api()
        .get(partners(partner) + "/open-business")
        .expect(200)
        .body()
        .path("open")
        .asInt(-1);
  }

  private String partners(Trader partner) {
    return system.program("partners-service").url() + "/api/v1/partners/" + partner.id();
  }

  private String risk(String path) {
    return system.program("risk-service").url() + "/api/v1/" + path;
  }

  private String tradeDesk(String path) {
    return system.program("trade-desk-service").url() + "/api/v1/" + path;
  }
}
