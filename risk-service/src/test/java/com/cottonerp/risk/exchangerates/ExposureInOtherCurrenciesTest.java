package com.cottonerp.risk.exchangerates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.TradeStatusChanged;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.risk.testkit.Heard;
import com.cottonerp.risk.testkit.InternalUser;
import com.cottonerp.risk.testkit.Posts;
import com.cottonerp.risk.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each test has currencies of its own: a rate is known to all of them. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class ExposureInOtherCurrenciesTest {
  private static final Duration SOON = Duration.ofMinutes(1);

  @Inject Heard heard;

  private final LocalDate today = BusinessDay.today(Clock.systemUTC());

  @Test
  void a_trade_in_dollars_counts_against_a_limit_in_rupees() {
    heard.rate(UUID.randomUUID(), "USD", "INR", "88.6344", today.minusDays(3));
    UUID partner = partner("1000.00");

    heard.tradeOf(partner, money("2810896.14", "USD"));

    JsonPath exposure = exposure(partner);
    assertThat(exposure.getString("level")).isEqualTo("RED");
    assertThat(exposure.getString("exposure.amount")).isEqualTo("249142092.83");
    assertThat(exposure.getString("exposure.currency")).isEqualTo("INR");
    assertThat(RunningPostgres.events(partner.toString()))
        .filteredOn(name -> name.contains("ExposureLevelChanged"))
        .hasSize(1);
  }

  @Test
  void without_a_rate_nothing_is_green_and_it_goes_on_when_the_rate_comes() {
    UUID partner = partner("1000.00");
    heard.tradeOf(partner, money("100.00", "GBP"));

    Response waits = internal().get("/api/v1/partners/" + partner + "/exposure");
    assertThat(waits.statusCode()).isEqualTo(503);
    assertThat(waits.jsonPath().getString("type")).endsWith("/exchange-rate-not-known-yet");
    assertThat(waits.jsonPath().getString("detail")).contains("GBP", "INR", today.toString());
    assertThat(whatIf(partner, "1.00", "INR").statusCode()).isEqualTo(503);
    assertThat(missing("GBP")).isPositive();

    heard.rate(UUID.randomUUID(), "GBP", "INR", "110", today.plusDays(1));
    assertThat(internal().get("/api/v1/partners/" + partner + "/exposure").statusCode())
        .isEqualTo(503);
    heard.rate(UUID.randomUUID(), "GBP", "INR", "115.25", today);

    await().atMost(SOON).until(() -> "RED".equals(levelOf(partner)));
    assertThat(exposure(partner).getString("exposure.amount")).isEqualTo("11525.00");
    assertThat(missing("GBP")).isZero();
  }

  @Test
  void a_trade_that_ends_before_the_rate_comes_is_waited_for_no_more() {
    UUID partner = partner("1000.00");
    UUID trade = heard.tradeOf(partner, money("100.00", "CHF"));
    assertThat(internal().get("/api/v1/partners/" + partner + "/exposure").statusCode())
        .isEqualTo(503);

    heard.settled(trade, partner);

    assertThat(exposure(partner).getString("level")).isEqualTo("GREEN");
  }

  @Test
  void a_rate_that_is_corrected_counts_again() {
    UUID rate = UUID.randomUUID();
    heard.rate(rate, "AED", "INR", "2", today);
    UUID partner = partner("1000.00");
    heard.tradeOf(partner, money("100.00", "AED"));
    assertThat(exposure(partner).getString("exposure.amount")).isEqualTo("200.00");

    heard.rate(rate, "AED", "INR", "24.13", today);

    await()
        .atMost(SOON)
        .until(() -> "2413.00".equals(exposure(partner).getString("exposure.amount")));
    assertThat(levelOf(partner)).isEqualTo("RED");
  }

  @Test
  void a_rate_of_a_later_day_does_not_count_for_a_trade_of_today() {
    heard.rate(UUID.randomUUID(), "SGD", "INR", "60", today.minusDays(10));
    heard.rate(UUID.randomUUID(), "SGD", "INR", "65", today.minusDays(1));
    heard.rate(UUID.randomUUID(), "SGD", "INR", "70", today.plusDays(1));
    UUID partner = partner("10000.00");

    heard.tradeOf(partner, money("10.00", "SGD"));
    heard.tradeOf(partner, money("50.00", "INR"));

    assertThat(exposure(partner).getString("exposure.amount")).isEqualTo("700.00");
  }

  @Test
  void a_post_in_another_currency_is_judged_by_the_limit_and_says_what_it_stated() {
    heard.rate(UUID.randomUUID(), "EUR", "INR", "100", today);
    UUID partner = partner("1000.00");

    JsonPath over = whatIf(partner, "10.01", "EUR").then().statusCode(200).extract().jsonPath();

    assertThat(over.getList("factors.code")).contains("OVER_LIMIT");
    assertThat(over.getString("inputs.value")).isEqualTo("1001.00");
    assertThat(over.getString("inputs.currency")).isEqualTo("INR");
    assertThat(over.getString("inputs.stated.value.currency")).isEqualTo("EUR");
    JsonPath within = whatIf(partner, "5.00", "EUR").then().statusCode(200).extract().jsonPath();
    assertThat(within.getList("factors.code")).doesNotContain("OVER_LIMIT", "LITTLE_HEADROOM");
  }

  @Test
  void a_post_whose_value_cannot_be_counted_waits_for_the_rate() {
    UUID buyer = partner("1000000.00");
    UUID wanted = UUID.randomUUID();

    heard.fromTradeDesk(wanted, Posts.wanted(wanted, buyer, money("50.00", "ZAR")));

    assertThat(assessments(wanted).getList("items")).isEmpty();
    assertThat(missing("ZAR")).isPositive();
    heard.rate(UUID.randomUUID(), "ZAR", "INR", "5.05", today.minusDays(1));
    await().atMost(SOON).until(() -> assessments(wanted).getList("items").size() == 1);
    JsonPath judged = assessments(wanted);
    assertThat(judged.getString("items[0].status")).isEqualTo("PASS");
    assertThat(judged.getString("items[0].inputs.post.value")).isEqualTo("252.50");
    assertThat(judged.getString("items[0].inputs.post.stated.value.amount")).isEqualTo("50.00");
    assertThat(judged.getString("items[0].inputs.post.stated.rateDay")).isEqualTo(today.toString());
    assertThat(judged.getString("items[0].rulesVersion")).isEqualTo("3");
  }

  @Test
  void a_pair_waits_for_the_rate_and_its_border_is_judged_in_the_commoditys_currency() {
    UUID buyer = partner("1000000.00");
    UUID seller = partner("1000000.00");
    UUID match = UUID.randomUUID();
    heard.fromTradeDesk(match, Posts.proposed(match, buyer, seller, money("1200.00", "KRW")));
    assertThat(assessments(match).getList("items")).isEmpty();

    heard.rate(UUID.randomUUID(), "KRW", "INR", "0.0615", today);

    await().atMost(SOON).until(() -> assessments(match).getList("items").size() == 1);
    JsonPath judged = assessments(match);
    assertThat(judged.getString("items[0].inputs.pair.buyer.value")).isEqualTo("73.80");
    assertThat(judged.getString("items[0].inputs.pair.border.value")).isEqualTo("1200.00");
  }

  @Test
  void a_pair_of_both_parties_of_a_trade_that_moves_on_waits_once() {
    UUID buyer = partner("1000000.00");
    UUID seller = partner("1000000.00");
    UUID match = UUID.randomUUID();
    heard.fromTradeDesk(match, Posts.proposed(match, buyer, seller, money("1200.00", "NOK")));

    UUID trade = UUID.randomUUID();
    heard.fromTradeDesk(trade, movedOn(trade, buyer, seller));

    assertThat(
            RunningPostgres.rowsOf(
                "SELECT error FROM inbox_parked WHERE aggregate_id = '%s'".formatted(trade)))
        .isEmpty();
    heard.rate(UUID.randomUUID(), "NOK", "INR", "8.10", today);
    await().atMost(SOON).until(() -> waiting(buyer).isEmpty());
    assertThat(assessments(match).getList("items")).hasSize(1);
  }

  @Test
  void a_post_that_waits_in_vain_is_looked_at_and_waits_on() {
    UUID buyer = partner("1000000.00");
    UUID wanted = UUID.randomUUID();
    heard.fromTradeDesk(wanted, Posts.wanted(wanted, buyer, money("50.00", "SEK")));

    RunningPostgres.database()
        .execute(
            "UPDATE waiting_post SET waiting_since = waiting_since - interval '10 minutes'"
                + " WHERE partner_id = '%s'".formatted(buyer));

    await().atMost(SOON).until(() -> waiting(buyer).equals(List.of("t")));
    assertThat(missing("SEK")).isPositive();
    heard.rate(UUID.randomUUID(), "SEK", "INR", "8.20", today);
    await().atMost(SOON).until(() -> assessments(wanted).getList("items").size() == 1);
  }

  /** Whether each post and pair of the partner has waited for less than five minutes. */
  private static List<String> waiting(UUID partner) {
    return RunningPostgres.rowsOf(
        "SELECT waiting_since > clock_timestamp() - interval '5 minutes' FROM waiting_post"
            + " WHERE partner_id = '%s'".formatted(partner));
  }

  private static TradeStatusChanged movedOn(UUID trade, UUID buyer, UUID seller) {
    return new TradeStatusChanged(
        trade,
        "TR-2026-00001",
        buyer,
        seller,
        "ACTIVE",
        "IN_TRANSIT",
        "somebody",
        null,
        null,
        null,
        null);
  }

  private static JsonPath assessments(UUID subject) {
    return internal()
        .get("/api/v1/assessments?subjectId=" + subject)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private UUID partner(String limit) {
    UUID id = UUID.randomUUID();
    heard.partner(id, limit, "phone-" + id);
    return id;
  }

  private static Money money(String amount, String currency) {
    return new Money(new BigDecimal(amount), currency);
  }

  private static Response whatIf(UUID partner, String value, String currency) {
    return internal()
        .body(
            """
            {"partnerId": "%s", "side": "BUY", "commodityId": "%s", "value": {"amount": "%s", "currency": "%s"}}
            """
                .formatted(partner, UUID.randomUUID(), value, currency))
        .post("/api/v1/assessments");
  }

  private static JsonPath exposure(UUID partner) {
    return internal()
        .get("/api/v1/partners/" + partner + "/exposure")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String levelOf(UUID partner) {
    return internal().get("/api/v1/partners/" + partner + "/exposure").jsonPath().get("level");
  }

  private static long missing(String currency) {
    return internal()
        .get("/api/v1/missing-exchange-rates")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.from")
        .stream()
        .filter(currency::equals)
        .count();
  }

  private static RequestSpecification internal() {
    return InternalUser.as("an-analyst", "ADMIN_VIEW_ALL_DATA").contentType(ContentType.JSON);
  }
}
