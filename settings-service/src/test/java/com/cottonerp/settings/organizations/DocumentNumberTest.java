package com.cottonerp.settings.organizations;

import static com.cottonerp.settings.testkit.Api.as;
import static com.cottonerp.settings.testkit.Api.create;
import static com.cottonerp.settings.testkit.Api.refused;
import static com.cottonerp.settings.testkit.Api.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.settings.testkit.Outbox;
import com.cottonerp.settings.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class DocumentNumberTest {
  private static final LocalDate TODAY = BusinessDay.today(Clock.systemUTC());

  private String organization;
  private String year;

  @BeforeEach
  void an_organization_with_an_active_year() {
    organization =
        create(
                "/organizations",
                """
                {"name": "%s", "address": {"city": "Rajkot", "postalCode": "360001", "country": "IN"}}
                """
                    .formatted(word()))
            .path("id");
    year = year(TODAY.minusDays(99), TODAY.plusDays(200), true);
  }

  private String year(LocalDate startsOn, LocalDate endsOn, boolean active) {
    return year(startsOn, endsOn, active, "");
  }

  private String year(LocalDate startsOn, LocalDate endsOn, boolean active, String more) {
    return create(
            "/organizations/" + organization + "/financial-years",
            "{\"name\": \"%s\", \"startsOn\": \"%s\", \"endsOn\": \"%s\", \"active\": %s%s}"
                .formatted("from " + startsOn, startsOn, endsOn, active, more))
        .path("id");
  }

  private void series(String type, String inYear, String more) {
    series(type, type.substring(0, 3), inYear, more).then().statusCode(201);
  }

  private Response series(String type, String prefix, String inYear, String more) {
    return as().body(
            "{\"documentType\": \"%s\", \"financialYearId\": \"%s\", \"prefix\": \"%s\"%s}"
                .formatted(type, inYear, prefix, more))
        .post("/api/v1/organizations/" + organization + "/document-series");
  }

  private String numbers(String type) {
    return "/api/v1/organizations/" + organization + "/document-numbers/" + type;
  }

  private Map<String, Object> next(String type) {
    return as().post(numbers(type)).then().statusCode(201).extract().jsonPath().getMap("");
  }

  @Test
  void example_23_concurrent_calls_get_consecutive_numbers_that_begin_with_1() throws Exception {
    series("INVOICE", year, "");
    var callers = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Integer>> calls =
          IntStream.range(0, 100)
              .mapToObj(call -> (Callable<Integer>) () -> (Integer) next("INVOICE").get("number"))
              .toList();
      Set<Long> issued = new TreeSet<>();
      for (Future<Integer> call : callers.invokeAll(calls)) {
        issued.add(call.get().longValue());
      }
      assertThat(issued)
          .isEqualTo(LongStream.rangeClosed(1, 100).boxed().collect(Collectors.toSet()));
    } finally {
      callers.shutdownNow();
    }
  }

  @ParameterizedTest
  @CsvSource({"INV, 2, INV/000002", "INV-, 17, INV-000017", "C/26/, 1234567, C/26/1234567"})
  void a_number_is_written_with_six_digits_at_least(String prefix, long number, String written) {
    assertThat(SeriesPrefix.of(prefix, number).number(number)).isEqualTo(written);
  }

  @Test
  void the_same_request_gets_the_same_number() {
    series("INVOICE", year, "");
    String key = word();

    Object first = as().header("Idempotency-Key", key).post(numbers("invoice")).path("number");
    Object again = as().header("Idempotency-Key", key).post(numbers("invoice")).path("number");

    assertThat(again).isEqualTo(first);
    assertThat(next("INVOICE").get("documentNumber")).isEqualTo("INV/000002");
  }

  @Test
  void a_new_year_begins_with_1_unless_the_series_goes_on() {
    LocalDate lastDay = TODAY.minusDays(100);
    String before = year(lastDay.minusDays(300), lastDay, false, until(TODAY));
    series("INVOICE", before, "");
    series("CONTRACT", before, ", \"firstNumber\": 41, \"resetsAnnually\": false");
    as().post(numbers("INVOICE") + "?documentDate=" + lastDay).then().statusCode(201);
    as().post(numbers("CONTRACT") + "?documentDate=" + lastDay).then().statusCode(201);
    series("INVOICE", year, "");
    series("CONTRACT", year, ", \"resetsAnnually\": false");

    assertThat(next("INVOICE").get("number")).isEqualTo(1);
    assertThat(next("CONTRACT").get("number")).isEqualTo(42);
  }

  @Test
  void no_number_is_issued_without_an_active_series_in_the_active_year() {
    refused(as().post(numbers("INVOICE")), 404, "no-active-series", Outbox.size());
    series("INVOICE", year, "");
    refused(as().post(numbers("NOTE")), 404, "no-active-series", Outbox.size());
    String seriesId =
        as().get("/api/v1/organizations/" + organization + "/document-series").path("items[0].id");
    as().body("{\"prefix\": \"INV\", \"active\": false}")
        .put("/api/v1/organizations/" + organization + "/document-series/" + seriesId)
        .then()
        .statusCode(200);
    refused(as().post(numbers("INVOICE")), 404, "no-active-series", Outbox.size());
  }

  @Test
  void a_type_has_one_series_in_a_year_and_that_year_stays() {
    series("INVOICE", year, "");
    String etag = as().get("/api/v1/organizations/" + organization).header("ETag");

    refused(
        as().body(
                "{\"documentType\": \"invoice\", \"financialYearId\": \"%s\", \"prefix\": \"X\"}"
                    .formatted(year))
            .post("/api/v1/organizations/" + organization + "/document-series"),
        409,
        "series-exists",
        Outbox.size());
    refused(
        as().header("If-Match", etag)
            .delete("/api/v1/organizations/" + organization + "/financial-years/" + year),
        409,
        "financial-year-in-use",
        Outbox.size());
  }

  private static String until(LocalDate day) {
    return ", \"numberedUntil\": \"%s\"".formatted(day);
  }

  @Test
  void a_document_of_the_last_day_of_a_year_gets_a_number_of_that_year_although_it_is_over() {
    LocalDate lastDay = TODAY.minusDays(100);
    String old = year(lastDay.minusDays(300), lastDay, false, until(TODAY));
    series("INVOICE", old, "");
    series("INVOICE", year, "");

    Response dated = as().post(numbers("INVOICE") + "?documentDate=" + lastDay);
    Map<String, Object> today = next("INVOICE");

    assertThat(dated.<String>path("financialYearId")).isEqualTo(old);
    assertThat(dated.<String>path("documentDate")).isEqualTo(lastDay.toString());
    assertThat(today).containsEntry("financialYearId", year).containsEntry("number", 1);
  }

  @Test
  void a_year_that_is_over_gives_no_numbers() {
    LocalDate lastDay = TODAY.minusDays(100);
    String past = year(lastDay.minusDays(300), lastDay, false);
    String closed =
        year(lastDay.minusDays(500), lastDay.minusDays(301), false, until(lastDay.minusDays(301)));
    series("INVOICE", past, "");
    series("INVOICE", closed, "");

    for (LocalDate day : List.of(lastDay, lastDay.minusDays(301))) {
      refused(
          as().post(numbers("INVOICE") + "?documentDate=" + day),
          400,
          "financial-year-over",
          Outbox.size());
    }
    refused(
        as().post(numbers("INVOICE") + "?documentDate=" + lastDay.minusYears(9)),
        404,
        "no-year-of-day",
        Outbox.size());
    Response tomorrow = as().post(numbers("INVOICE") + "?documentDate=" + TODAY.plusDays(1));
    refused(tomorrow, 422, "invalid-request", Outbox.size());
    assertThat(tomorrow.<String>path("errors[0].pointer")).isEqualTo("/documentDate");
  }

  @Test
  void who_goes_on_with_the_year_of_before_is_told_that_it_is_over() {
    String etag = as().get("/api/v1/organizations/" + organization).header("ETag");
    as().header("If-Match", etag)
        .body(
            "{\"name\": \"x\", \"startsOn\": \"%s\", \"endsOn\": \"%s\", \"active\": true}"
                .formatted(TODAY.minusDays(400), TODAY.minusDays(40)))
        .put("/api/v1/organizations/" + organization + "/financial-years/" + year)
        .then()
        .statusCode(200);
    series("INVOICE", year, "");

    refused(as().post(numbers("INVOICE")), 400, "financial-year-over", Outbox.size());
  }

  @Test
  void credit_and_debit_notes_with_one_prefix_do_not_get_the_same_number() {
    series("CREDIT_NOTE", "CDN", year, "").then().statusCode(201);

    for (String same : List.of("CDN", "CDN/", "cdn")) {
      refused(series("DEBIT_NOTE", same, year, ""), 409, "prefix-taken", Outbox.size());
    }
    series("DEBIT_NOTE", "DBN", year, "").then().statusCode(201);
    assertThat(next("CREDIT_NOTE").get("documentNumber")).isEqualTo("CDN/000001");
    assertThat(next("DEBIT_NOTE").get("documentNumber")).isEqualTo("DBN/000001");
  }

  @Test
  void of_many_series_that_take_one_prefix_at_once_one_gets_it() throws Exception {
    var callers = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Integer>> calls =
          List.of("INVOICE", "CREDIT_NOTE", "DEBIT_NOTE", "CHALLAN", "RECEIPT", "VOUCHER").stream()
              .map(type -> (Callable<Integer>) () -> series(type, "ONE", year, "").statusCode())
              .toList();
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> call : callers.invokeAll(calls)) {
        answers.add(call.get());
      }
      assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void a_prefix_stays_with_its_series_when_the_series_gets_another_one() {
    String id = series("INVOICE", "INV", year, "").path("id");
    String one = "/api/v1/organizations/" + organization + "/document-series/" + id;
    next("INVOICE");
    as().body("{\"prefix\": \"GST\", \"active\": true}").put(one).then().statusCode(200);

    refused(series("DEBIT_NOTE", "INV", year, ""), 409, "prefix-taken", Outbox.size());
    assertThat(next("INVOICE").get("documentNumber")).isEqualTo("GST/000002");
    as().body("{\"prefix\": \"INV\", \"active\": true}").put(one).then().statusCode(200);
    assertThat(next("INVOICE").get("documentNumber")).isEqualTo("INV/000003");
  }

  @ParameterizedTest
  @CsvSource({
    "INVOICE/2026-27,/prefix", // INVOICE/2026-27/000001 has 22 characters
    "INVOICE/26,/prefix",
    "₹,/prefix",
    "INV 26,/prefix",
    "INV_,/prefix",
    "/INV,/prefix",
    "0INV,/prefix"
  })
  void a_number_has_sixteen_characters_of_those_that_rule_46_allows(String prefix, String pointer) {
    Response answer = series("INVOICE", prefix, year, "");

    refused(answer, 422, "invalid-request", Outbox.size());
    assertThat(answer.jsonPath().getList("errors.pointer")).contains(pointer);
  }

  @Test
  void a_series_ends_with_the_last_number_that_fits_and_goes_on_with_a_shorter_prefix() {
    String id = series("INVOICE", "INVOICE-A", year, ", \"firstNumber\": 999999").path("id");
    assertThat(next("INVOICE").get("documentNumber")).isEqualTo("INVOICE-A/999999");

    refused(as().post(numbers("INVOICE")), 409, "series-at-its-end", Outbox.size());
    as().body("{\"prefix\": \"IA\", \"active\": true}")
        .put("/api/v1/organizations/" + organization + "/document-series/" + id)
        .then()
        .statusCode(200);

    assertThat(next("INVOICE").get("documentNumber")).isEqualTo("IA/1000000");
  }
}
