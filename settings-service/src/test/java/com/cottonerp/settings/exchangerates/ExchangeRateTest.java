package com.cottonerp.settings.exchangerates;

import static com.cottonerp.settings.testkit.Api.as;
import static com.cottonerp.settings.testkit.Api.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.settings.testkit.Outbox;
import com.cottonerp.settings.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test has days and currencies of its own. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class ExchangeRateTest {
  private static final String PATH = "/api/v1/exchange-rates";
  private static final String NAMES = "base,quote,rate,validFrom,source\n";

  private static Response set(String base, String quote, String rate, String validFrom) {
    return as().body(
            """
            {"base": "%s", "quote": "%s", "rate": "%s", "validFrom": "%s", "source": "FBIL"}
            """
                .formatted(base, quote, rate, validFrom))
        .post(PATH);
  }

  private static Response imported(String csv) {
    return as().contentType("text/csv; charset=UTF-8").body(csv).post(PATH + "/imports");
  }

  @Test
  void a_rate_is_published_as_it_was_given() {
    Response created = set("USD", "INR", "88.6344", "2026-01-05");

    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    String id = created.path("rateId");
    assertThat(created.<String>path("rate")).isEqualTo("88.6344");
    assertThat(Outbox.of(id)).containsExactly("1 ExchangeRateSet");
    Response read = as().get(created.header("Location"));
    assertThat(read.<String>path("rate")).isEqualTo("88.6344");
  }

  @Test
  void a_rate_of_the_same_pair_and_day_takes_the_place_of_the_first() {
    String id = set("EUR", "INR", "102.5", "2026-01-05").path("rateId");

    Response corrected = set("EUR", "INR", "102.75", "2026-01-05");
    Response same = set("EUR", "INR", "102.750", "2026-01-05");

    assertThat(corrected.statusCode()).isEqualTo(201);
    assertThat(as().get(corrected.header("Location")).<String>path("rate")).isEqualTo("102.75");
    assertThat(corrected.<String>path("rateId")).isEqualTo(id);
    assertThat(same.statusCode()).isEqualTo(201);
    assertThat(Outbox.of(id)).containsExactly("1 ExchangeRateSet", "2 ExchangeRateSet");
    assertThat(Outbox.lastOf(id)).contains("102.75");
  }

  @Test
  void a_pair_has_one_rate_of_a_day_whichever_way_round() {
    set("GBP", "INR", "115", "2026-01-05");
    long before = Outbox.size();

    Response inverse = set("INR", "GBP", "0.0087", "2026-01-05");

    refused(inverse, 422, "invalid-request", before);
    assertThat(inverse.<String>path("errors[0].pointer")).isEqualTo("/base");
    assertThat(inverse.<String>path("errors[0].detail")).contains("one GBP");
  }

  @Test
  void the_rate_of_a_pair_that_holds_on_a_day_is_found() {
    set("JPY", "INR", "0.58", "2026-02-02");
    set("JPY", "INR", "0.57", "2026-02-05");
    String pair = PATH + "?base=JPY&quote=INR";

    assertThat(as().get(pair + "&on=2026-02-04").jsonPath().getList("items.rate"))
        .containsExactly("0.58");
    assertThat(as().get(pair + "&on=2026-02-05").jsonPath().getList("items.rate"))
        .containsExactly("0.57");
    assertThat(as().get(pair + "&on=2026-02-01").jsonPath().getList("items")).isEmpty();
    assertThat(
            as().get(pair + "&validFrom=2026-02-03&validTo=2026-02-05&order=oldest")
                .jsonPath()
                .getList("items.rate"))
        .containsExactly("0.57");
    assertThat(as().get(pair).jsonPath().getList("items.rate")).containsExactly("0.57", "0.58");
  }

  @ParameterizedTest
  @CsvSource({
    "USD,USD,1,2026-01-06,/quote",
    "USD,RUP,1,2026-01-06,/quote",
    "usd,INR,1,2026-01-06,/base",
    "USD,INR,0,2026-01-06,/rate",
    "USD,INR,-1,2026-01-06,/rate",
    "USD,INR,1.123456789,2026-01-06,/rate",
    "USD,INR,1,1926-01-06,/validFrom",
    "USD,INR,1,2226-01-06,/validFrom"
  })
  void a_rate_that_cannot_be_is_refused(
      String base, String quote, String rate, String validFrom, String pointer) {
    long before = Outbox.size();

    Response answer = set(base, quote, rate, validFrom);

    refused(answer, 422, "invalid-request", before);
    assertThat(answer.jsonPath().getList("errors.pointer")).contains(pointer);
  }

  @Test
  void a_file_sets_its_rates_and_once_more_changes_nothing() {
    String file =
        "\uFEFFvalidFrom,base,quote,rate,source\r\n"
            + "2026-03-02,USD,INR,88.1,\"FBIL, reference rate\"\r\n"
            + "2026-03-03,USD,INR,88.2,FBIL\r\n"
            + "\r\n"
            + "2026-03-02,EUR,INR,103,FBIL\r\n";

    Response first = imported(file);
    long after = Outbox.size();
    Response again = imported(file);
    Response corrected = imported(file.replace("88.2", "88.25"));

    assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
    assertThat(first.<Integer>path("added")).isEqualTo(3);
    assertThat(again.<Integer>path("unchanged")).isEqualTo(3);
    assertThat(corrected.<Integer>path("corrected")).isEqualTo(1);
    assertThat(Outbox.size()).isEqualTo(after + 1);
    assertThat(
            as().get(PATH + "?base=USD&validFrom=2026-03-02&validTo=2026-03-02")
                .jsonPath()
                .getList("items.source"))
        .containsExactly("FBIL, reference rate");
  }

  @Test
  void a_file_with_a_wrong_line_changes_nothing_and_every_wrong_line_is_named() {
    set("CHF", "INR", "100", "2026-03-02");
    long before = Outbox.size();

    Response answer =
        imported(
            NAMES
                + "AED,INR,24.1,2026-03-02,FBIL\n"
                + "AED,INR,much,2026-03-03,FBIL\n"
                + "AED,INR,24.1,yesterday,FBIL\n"
                + "AED,INR,24.1\n"
                + "AED,XXQ,24.1,2026-03-04,FBIL\n"
                + "AED,INR,24.2,2026-03-02,FBIL\n"
                + "INR,INR,1,2026-03-02,FBIL\n"
                + "AED,INR,\"24.1,2026-03-05,FBIL\n");

    refused(answer, 422, "invalid-request", before);
    assertThat(answer.jsonPath().getList("errors.pointer"))
        .as(answer.asString())
        .containsExactly(
            "/lines/3", "/lines/4", "/lines/5", "/lines/6", "/lines/7", "/lines/8", "/lines/9");
    Response opposite = imported(NAMES + "INR,CHF,0.01,2026-03-02,FBIL\n");
    refused(opposite, 422, "invalid-request", before);
    assertThat(opposite.<String>path("errors[0].pointer")).isEqualTo("/lines/2");
  }

  @Test
  void a_file_has_a_bound_and_names_its_columns() {
    StringBuilder many = new StringBuilder(NAMES);
    for (int i = 0; i < 501; i++) {
      many.append("USD,INR,88,2020-01-01,FBIL\n");
    }
    long before = Outbox.size();

    refused(imported(many.toString()), 422, "invalid-request", before);
    refused(imported("USD,INR,88,2020-01-01,FBIL\n"), 422, "invalid-request", before);
    refused(imported(NAMES + "x".repeat(100_000)), 422, "invalid-request", before);
    refused(imported("{}"), 422, "invalid-request", before);
  }

  @Test
  void a_file_of_five_hundred_rates_is_set_in_one_go() {
    StringBuilder most = new StringBuilder(NAMES);
    for (int i = 0; i < 500; i++) {
      most.append(
          "CNY,INR,12.%03d,%s,FBIL\n".formatted(i, java.time.LocalDate.of(2020, 1, 1).plusDays(i)));
    }

    Response answer = imported(most.toString());

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.<Integer>path("added")).isEqualTo(500);
  }

  @Test
  void who_may_not_configure_sets_no_rate() {
    Response answer = as("COMMODITY_READ").contentType(ContentType.JSON).body("{}").post(PATH);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(as("COMMODITY_READ").get(PATH).statusCode()).isEqualTo(200);
    assertThat(
            as("COMMODITY_READ")
                .contentType("text/csv")
                .body(NAMES)
                .post(PATH + "/imports")
                .statusCode())
        .isEqualTo(403);
  }
}
