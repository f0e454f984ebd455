package com.cottonerp.partners.overview;

import static com.cottonerp.partners.testkit.Onboarding.PAPERS;
import static com.cottonerp.partners.testkit.Onboarding.PARTNERS;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.asExternal;
import static com.cottonerp.partners.testkit.Onboarding.body;
import static com.cottonerp.partners.testkit.Onboarding.gstin;
import static com.cottonerp.partners.testkit.Onboarding.pan;
import static com.cottonerp.partners.testkit.Onboarding.partner;
import static com.cottonerp.partners.testkit.Onboarding.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.cottonerp.partners.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class OverviewTest {
  @Test
  void filters_narrow_the_list_together() {
    String pan = pan();
    String partner = partner(body(pan, "private_limited", "2015-04-01"), PAPERS);

    as("clerk")
        .get(
            PARTNERS
                + "?q="
                + pan
                + "&status=approved&kycStatus=verified&state=gujarat&country=IN"
                + "&entityClass=business_entity&kycExpiringDays=365")
        .then()
        .body("items.id", contains(partner));
    as("clerk").get(PARTNERS + "?q=" + gstin("24", pan)).then().body("items.id", contains(partner));
    for (String other :
        List.of(
            "status=suspended",
            "kycStatus=expired",
            "state=Kerala",
            "country=BD",
            "entityClass=service_provider",
            "kycExpiringDays=10",
            "riskCategory=LOW",
            "approvedFrom=2999-01-01",
            "approvedTo=1999-12-31")) {
      as("clerk").get(PARTNERS + "?q=" + pan + "&" + other).then().body("items", hasSize(0));
    }
  }

  @Test
  void who_may_not_see_an_identifier_finds_nobody_by_it() {
    String pan = pan();
    partner(body(pan, "private_limited", "2015-04-01"), PAPERS);

    for (String identifier : List.of(pan, gstin("24", pan))) {
      as("clerk", "PARTNER_READ")
          .get(PARTNERS + "?q=" + identifier)
          .then()
          .body("items", hasSize(0));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status=gone",
        "kycStatus=maybe",
        "entityClass=x",
        "country=India",
        "kycExpiringDays=-1"
      })
  void G11_a_filter_that_says_nothing_is_refused(String filter) {
    refused(as("clerk").get(PARTNERS + "?" + filter), 422, "invalid-request");
  }

  @Test
  void the_dashboard_counts_every_partner_once_in_each_respect() {
    partner();
    JsonPath counts = as("clerk").get(PARTNERS + "/dashboard").jsonPath();

    int total = counts.getInt("total");
    for (String respect : List.of("byStatus", "byEntityClass", "byKycStatus", "byRiskCategory")) {
      assertThat(
              counts.<String, Integer>getMap(respect).values().stream()
                  .mapToInt(Integer::intValue)
                  .sum())
          .as(respect)
          .isEqualTo(total);
    }
    assertThat(counts.<String, Integer>getMap("approvedByMonth"))
        .hasSize(12)
        .containsKey(YearMonth.now(ZoneOffset.UTC).toString());
    assertThat(counts.<String, Integer>getMap("topStates")).containsKey("Gujarat");
    refused(
        asExternal("buyer", UUID.randomUUID()).get(PARTNERS + "/dashboard"),
        403,
        "internal-users-only");
  }

  @Test
  void the_file_has_a_line_for_each_partner_of_the_list_and_nothing_that_a_spreadsheet_would_run() {
    String pan = pan();
    String partner =
        partner(
            body(pan, "private_limited", "2015-04-01")
                .replace("\"Acme Cotton\"", "\"=SUM(A1), \\\"Acme\\\"\""),
            PAPERS);

    String file =
        as("clerk")
            .get(PARTNERS + "/export?q=" + pan)
            .then()
            .statusCode(200)
            .contentType("text/csv")
            .header("Content-Disposition", equalTo("attachment; filename=\"partners.csv\""))
            .extract()
            .asString();

    List<String> lines = file.lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("\uFEFFcode,legalName,tradeName,");
    assertThat(lines.get(1))
        .contains("\"'=SUM(A1), \"\"Acme\"\"\"")
        .contains(pan)
        .endsWith(partner);
    assertThat(as("clerk", "PARTNER_READ").get(PARTNERS + "/export?q=" + pan).asString())
        .doesNotContain(pan);
  }

  @Test
  void a_formula_is_text_in_whatever_column_it_stands() {
    String pan = pan();
    String formulas =
        body(pan, "private_limited", "2015-04-01")
            .replace("\"Acme Cotton\"", "\"@name\", \"tradeName\": \"-trade\"")
            .replace("\"Rajkot\"", "\"+city\"");
    partner(formulas, PAPERS);

    String line = as("clerk").get(PARTNERS + "/export?q=" + pan).asString().lines().toList().get(1);

    assertThat(line).contains("'@name", "'-trade", "'+city");
    assertThat(line.split(","))
        .allSatisfy(cell -> assertThat(cell.replace("\"", "")).doesNotContainPattern("^[=+@-]"));
  }

  @Test
  void the_file_is_the_list_however_many_pages_it_has() {
    partner();
    partner();
    List<String> listed = new ArrayList<>();
    String after = "";
    while (after != null) {
      JsonPath page = as("clerk").get(PARTNERS + "?limit=7" + after).jsonPath();
      listed.addAll(page.getList("items.code"));
      after = page.getString("next") == null ? null : "&after=" + page.getString("next");
    }

    List<String> exported =
        as("clerk")
            .get(PARTNERS + "/export")
            .asString()
            .lines()
            .skip(1)
            .map(line -> line.split(",")[0])
            .toList();

    assertThat(exported).isEqualTo(listed).doesNotHaveDuplicates();
  }
}
