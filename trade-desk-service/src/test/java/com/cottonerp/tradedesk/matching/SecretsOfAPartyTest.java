package com.cottonerp.tradedesk.matching;

import static com.cottonerp.platform.testkit.Answers.created;
import static com.cottonerp.tradedesk.testkit.Deal.accepted;
import static com.cottonerp.tradedesk.testkit.Deal.offered;
import static com.cottonerp.tradedesk.testkit.Desk.as;
import static com.cottonerp.tradedesk.testkit.Desk.internal;
import static com.cottonerp.tradedesk.testkit.Desk.matchOf;
import static com.cottonerp.tradedesk.testkit.Desk.matchesOf;
import static com.cottonerp.tradedesk.testkit.Desk.offer;
import static com.cottonerp.tradedesk.testkit.Desk.posted;
import static com.cottonerp.tradedesk.testkit.Desk.refused;
import static com.cottonerp.tradedesk.testkit.Desk.wish;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.partners.v1.PartnerKycExpired;
import com.cottonerp.contracts.partners.v1.PartnerSnapshot;
import com.cottonerp.contracts.partners.v1.PartnerSuspended;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.tradedesk.testkit.Deal;
import com.cottonerp.tradedesk.testkit.Market;
import com.cottonerp.tradedesk.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Two worlds that differ only in what is secret of one party give the other party the same answers.
 */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class SecretsOfAPartyTest {
  private static final long SEED = 20_140;
  private static final int WORLDS = 4;
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  @Inject Market market;

  /** What only the partner itself, its buyer's post and risk know of it. */
  private record Secrets(
      String budget,
      String target,
      String verdictOnPost,
      String verdictOnPair,
      LocalDate kycExpiresOn,
      String creditLimit) {
    static Secrets drawn(Random random) {
      return new Secrets(
          List.of("50000.00", "50500.00", "52000.00", "61000.00").get(random.nextInt(4)),
          List.of("null", "\"50000.00\"", "\"47500.00\"", "\"41000.00\"").get(random.nextInt(4)),
          random.nextBoolean() ? "PASS" : "WARN",
          random.nextBoolean() ? "PASS" : "WARN",
          BusinessDay.today(Clock.systemUTC()).plusDays(1 + random.nextInt(700)),
          (1 + random.nextInt(90)) + "00000000.00");
    }
  }

  @Test
  void a_seller_gets_the_same_answers_whatever_is_secret_of_the_buyer() {
    assertAlike(this::sellersWorld);
  }

  @Test
  void a_buyer_gets_the_same_answers_whatever_is_secret_of_the_seller() {
    assertAlike(this::buyersWorld);
  }

  private static void assertAlike(Function<Secrets, List<String>> world) {
    Random random = new Random(SEED);
    List<String> first = world.apply(Secrets.drawn(random));
    for (int i = 1; i < WORLDS; i++) {
      Secrets secrets = Secrets.drawn(random);

      assertThat(world.apply(secrets))
          .as("seed %d, world %d: %s", SEED, i, secrets)
          .isEqualTo(first);
    }
  }

  @Test
  void the_order_of_matches_does_not_tell_a_seller_who_pays_more() {
    UUID seller = market.partner();
    UUID cotton = market.cotton(false);
    UUID place = market.rajkot();
    UUID offer =
        active(
            "AVAILABILITY",
            posted(seller, "availabilities", offer(cotton, place, "600", "50000.00")),
            "PASS");
    List<UUID> byBudget = new ArrayList<>();
    for (String budget : List.of("50000.00", "70000.00", "52000.00")) {
      UUID buyer = market.partner();
      UUID wish =
          active(
              "REQUIREMENT",
              posted(buyer, "requirements", wish(cotton, place, "100", "500", budget)),
              "PASS");
      byBudget.add(matchOf(buyer, wish));
    }

    List<String> byId = byBudget.stream().sorted().map(UUID::toString).toList();
    assertThat(matchesOf(seller, "availabilities", offer)).isEqualTo(byId);
  }

  @Test
  void why_the_other_party_may_not_trade_is_the_same_to_whoever_asks() {
    List<String> suspended =
        refusals(buyer -> market.partnerEvent(buyer, new PartnerSuspended(buyer, "papers")));
    List<String> expired =
        refusals(
            buyer ->
                market.partnerEvent(
                    buyer,
                    new PartnerKycExpired(buyer, "expired", BusinessDay.today(Clock.systemUTC()))));

    assertThat(suspended).allSatisfy(answer -> assertThat(answer).contains("unavailable"));
    assertThat(expired).isEqualTo(suspended);
  }

  @Test
  void what_a_party_may_not_see_internal_users_do() {
    Deal deal = Deal.in(market);

    Response match = internal().get("/api/v1/matches/" + deal.match);

    assertThat(match.jsonPath().getString("score.price")).isNotNull();
    assertThat(match.jsonPath().getString("score.risk")).isNotNull();
    assertThat(match.jsonPath().getString("riskStatus")).isEqualTo("PASS");
  }

  @Test
  void a_private_post_of_another_partner_is_not_there_whatever_one_wants_of_it() {
    UUID owner = market.partner();
    UUID stranger = market.partner();
    UUID cotton = market.cotton(false);
    String body =
        wish(cotton, market.rajkot(), "100", "500", "52000.00")
            .replace("\"quality\"", "\"visibility\": \"private\", \"quality\"");
    UUID hidden = active("REQUIREMENT", posted(owner, "requirements", body), "PASS");
    String one = "/api/v1/requirements/" + hidden;

    refused(as(stranger).get(one), 404, "not-found");
    refused(as(stranger).get(one + "/matches"), 404, "not-found");
    refused(as(stranger).header("If-Match", "\"0\"").body(body).put(one), 404, "not-found");
    refused(
        as(stranger).body("{\"reason\": \"no\"}").post(one + "/cancellation"), 404, "not-found");
    assertThat(sameButIds(as(stranger).get(one + "/matches")))
        .isEqualTo(
            sameButIds(as(stranger).get("/api/v1/requirements/" + UUID.randomUUID() + "/matches")));
  }

  private interface Blow {
    void to(UUID buyer);
  }

  /** What a seller hears once its buyer may not trade any more. */
  private List<String> refusals(Blow blow) {
    Deal begun = Deal.in(market);
    Deal open = Deal.between(market, begun.cotton, begun.seller, market.partner());
    String agreed = begun.agreed();
    blow.to(begun.buyer);
    blow.to(open.buyer);
    List<String> answers = new ArrayList<>();
    answers.add(
        sameButIds(
            as(open.seller)
                .body("{\"buyerId\": \"%s\", \"quantity\": \"10\"}".formatted(open.buyer))
                .post("/api/v1/availabilities/" + open.availability + "/reservations")));
    answers.add(sameButIds(as(open.seller).post("/api/v1/matches/" + open.match + "/negotiation")));
    answers.add(
        sameButIds(
            as(begun.seller)
                .body(
                    "{\"negotiationId\": \"%s\", \"acknowledgedBindingContract\": true}"
                        .formatted(agreed))
                .post("/api/v1/trades")));
    return answers;
  }

  /** All that a seller hears from the post to the trade. */
  private List<String> sellersWorld(Secrets ofBuyer) {
    UUID seller = market.partner();
    UUID buyer = partnerWith(ofBuyer);
    market.branch(seller, "Gujarat", "24");
    market.branch(buyer, "Gujarat", "24");
    UUID cotton = market.cotton(false);
    UUID place = market.rajkot();
    UUID offer =
        active(
            "AVAILABILITY",
            posted(seller, "availabilities", offer(cotton, place, "600", "50000.00")),
            "PASS");
    UUID wish =
        active(
            "REQUIREMENT",
            posted(buyer, "requirements", wishWith(ofBuyer, cotton, place)),
            ofBuyer.verdictOnPost());
    UUID match = matchOf(buyer, wish);
    List<String> heard = new ArrayList<>();
    heard.add(sameButIds(as(seller).get("/api/v1/availabilities/" + offer + "/matches")));
    market.judge("MATCH", match, ofBuyer.verdictOnPair(), "60", "SAME_PHONE");
    heard.add(sameButIds(as(seller).get("/api/v1/availabilities/" + offer + "/matches")));
    heard.add(sameButIds(as(seller).get("/api/v1/matches/" + match)));
    heard.add(sameButIds(as(seller).get("/api/v1/requirements/" + wish)));
    heard.add(sameButIds(as(seller).get("/api/v1/partner-directory/" + buyer)));
    heard.add(
        sameButIds(
            as(seller)
                .body("{\"buyerId\": \"%s\", \"quantity\": \"10\"}".formatted(buyer))
                .post("/api/v1/availabilities/" + offer + "/reservations")));
    String negotiation = started(seller, match, heard);
    heard.add(sameButIds(offered(seller, negotiation, "65000.00", "100")));
    offered(buyer, negotiation, "49900.00", "100").then().statusCode(200);
    heard.add(sameButIds(accepted(seller, negotiation)));
    heard.add(sameButIds(as(seller).get("/api/v1/negotiations/" + negotiation)));
    heard.add(sameButIds(traded(seller, negotiation)));
    return heard;
  }

  private List<String> buyersWorld(Secrets ofSeller) {
    UUID seller = partnerWith(ofSeller);
    UUID buyer = market.partner();
    market.branch(seller, "Gujarat", "24");
    market.branch(buyer, "Gujarat", "24");
    UUID cotton = market.cotton(false);
    UUID place = market.rajkot();
    UUID offer =
        active(
            "AVAILABILITY",
            posted(seller, "availabilities", offer(cotton, place, "600", "50000.00")),
            ofSeller.verdictOnPost());
    UUID wish =
        active(
            "REQUIREMENT",
            posted(buyer, "requirements", wish(cotton, place, "100", "500", "52000.00")),
            "PASS");
    UUID match = matchOf(buyer, wish);
    List<String> heard = new ArrayList<>();
    String matches = "/api/v1/requirements/" + wish + "/matches?explain=true";
    heard.add(sameButIds(as(buyer).get(matches)));
    market.judge("MATCH", match, ofSeller.verdictOnPair(), "60", "SAME_PHONE");
    heard.add(sameButIds(as(buyer).get(matches)));
    heard.add(sameButIds(as(buyer).get("/api/v1/matches/" + match)));
    heard.add(sameButIds(as(buyer).get("/api/v1/availabilities/" + offer)));
    String negotiation = started(buyer, match, heard);
    heard.add(sameButIds(offered(buyer, negotiation, "52000.01", "100")));
    offered(seller, negotiation, "50000.00", "100").then().statusCode(200);
    heard.add(sameButIds(accepted(buyer, negotiation)));
    heard.add(sameButIds(traded(buyer, negotiation)));
    return heard;
  }

  private static String started(UUID by, UUID match, List<String> heard) {
    Response started = as(by).post("/api/v1/matches/" + match + "/negotiation");
    heard.add(sameButIds(started));
    return created(started);
  }

  private static Response traded(UUID by, String negotiation) {
    return as(by)
        .body(
            "{\"negotiationId\": \"%s\", \"acknowledgedBindingContract\": true}"
                .formatted(negotiation))
        .post("/api/v1/trades");
  }

  private UUID active(String kind, UUID id, String verdict) {
    market.judge(kind, id, verdict, verdict.equals("PASS") ? "100" : "60", "NOT_RATED");
    return id;
  }

  private static String wishWith(Secrets secrets, UUID cotton, UUID place) {
    return wish(cotton, place, "100", "500", secrets.budget())
        .replace("\"quality\"", "\"preferredPrice\": " + secrets.target() + ", \"quality\"");
  }

  private UUID partnerWith(Secrets secrets) {
    UUID id = UUID.randomUUID();
    PartnerSnapshot like = Market.snapshot(id, Market.INDIAN, "IN", secrets.kycExpiresOn());
    market.partner(
        new PartnerSnapshot(
            id,
            "BP-0",
            "Company",
            null,
            like.entityClass(),
            null,
            like.country(),
            like.state(),
            like.stateCode(),
            like.panKey(),
            like.taxIdKey(),
            like.phoneKey(),
            null,
            null,
            null,
            like.capabilities(),
            like.status(),
            like.kycStatus(),
            like.kycExpiresOn(),
            new Money(new BigDecimal(secrets.creditLimit()), "INR"),
            like.paymentTermsDays(),
            like.rating(),
            null,
            null,
            null,
            null,
            null,
            null));
    return id;
  }

  /** Status and body, with ids numbered in the order in which they come, and without times. */
  private static String sameButIds(Response response) {
    Map<String, String> names = new LinkedHashMap<>();
    Matcher ids = ID.matcher(response.asString());
    StringBuilder text = new StringBuilder();
    while (ids.find()) {
      String name = names.computeIfAbsent(ids.group(), id -> "#" + names.size());
      ids.appendReplacement(text, name);
    }
    ids.appendTail(text);
    String body =
        text.toString()
            .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "<time>")
            .replaceAll("\"traceId\":\"[0-9a-f]+\"", "\"traceId\":\"<trace>\"")
            .replaceAll("Company [0-9a-f]{4}", "<company>")
            .replaceAll("\"number\":\"[^\"]*\"", "\"number\":\"<number>\"");
    return response.statusCode() + " " + body;
  }
}
