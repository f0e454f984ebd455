package com.cottonerp.settings.organizations;

import static com.cottonerp.settings.testkit.Api.as;
import static com.cottonerp.settings.testkit.Api.create;
import static com.cottonerp.settings.testkit.Api.refused;
import static com.cottonerp.settings.testkit.Api.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.settings.testkit.Outbox;
import com.cottonerp.settings.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
    year = year("2026", true);
  }

  private String year(String name, boolean active) {
    return create(
            "/organizations/" + organization + "/financial-years",
            "{\"name\": \"%1$s\", \"startsOn\": \"%1$s-01-01\", \"endsOn\": \"%1$s-12-31\", \"active\": %2$s}"
                .formatted(name, active))
        .path("id");
  }

  private void series(String type, String inYear, String more) {
    create(
        "/organizations/" + organization + "/document-series",
        "{\"documentType\": \"%s\", \"financialYearId\": \"%s\", \"prefix\": \"INV\"%s}"
            .formatted(type, inYear, more));
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
    assertThat(DocumentSeries.written(prefix, number)).isEqualTo(written);
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
    series("INVOICE", year, "");
    series("CONTRACT", year, ", \"firstNumber\": 41, \"resetsAnnually\": false");
    next("INVOICE");
    next("CONTRACT");
    String following = year("2027", true);
    series("INVOICE", following, "");
    series("CONTRACT", following, ", \"resetsAnnually\": false");

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
}
