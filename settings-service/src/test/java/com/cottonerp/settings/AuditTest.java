package com.cottonerp.settings;

import static com.cottonerp.settings.testkit.Api.as;
import static com.cottonerp.settings.testkit.Api.create;
import static com.cottonerp.settings.testkit.Api.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.defaults.security.SubjectIds;
import com.cottonerp.settings.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class AuditTest {
  private static JsonPath audit(String subject) {
    return as("AUDIT_READ")
        .get("/api/v1/audit?subject=" + subject)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String organization() {
    return create(
            "/organizations",
            """
            {"name": "%s", "address": {"city": "Rajkot", "postalCode": "360001", "country": "IN"}}
            """
                .formatted(word()))
        .path("id");
  }

  @Test
  void a_change_tells_its_user_and_what_was_before() {
    Response made =
        create(
            "/trade-terms",
            "{\"kind\": \"trade_type\", \"code\": \"%s\", \"name\": \"Spot\"}".formatted(word()));
    String term = made.path("termId");
    as().post("/api/v1/trade-terms/" + term + "/deactivation").then().statusCode(200);

    JsonPath entries = audit(term);

    assertThat(entries.getList("items.change")).containsExactly("created", "changed");
    assertThat(entries.getList("items.kind")).containsOnly("TradeTerm");
    assertThat(entries.getMap("items[1].before")).isEqualTo(java.util.Map.of("active", true));
    assertThat(entries.getMap("items[1].after")).isEqualTo(java.util.Map.of("active", false));
    assertThat(entries.getString("items[1].operation")).endsWith(term + "/deactivation");
  }

  @Test
  void what_an_operator_commands_of_a_read_model_is_in_it() {
    String of = "/api/v1/read-models/reference-counts/";
    Instant then = Instant.now();
    as("SYSTEM_CONFIGURE").post(of + "rebuild").then().statusCode(202);
    as("SYSTEM_CONFIGURE").post(of + "accept").then().statusCode(204);

    JsonPath entries =
        as("AUDIT_READ")
            .get("/api/v1/audit?since=" + then + "&subject=" + new UUID(0, 0))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(entries.getList("items.change")).containsExactly("commanded", "commanded");
    assertThat(entries.getList("items.kind")).containsOnly("ReadModel");
    assertThat(entries.getList("items.operation")).containsExactly("rebuild", "accept");
    assertThat(entries.getList("items.after.readModel")).containsOnly("reference-counts");
    assertThat(entries.getList("items.actor", String.class))
        .allMatch(
            actor -> actor.equals(SubjectIds.of(RunningPostgres.ISSUER, "keeper").toString()));
  }

  @Test
  void a_number_that_a_statement_takes_past_hibernate_has_its_entry_too() {
    String organization = organization();
    String year =
        create(
                "/organizations/" + organization + "/financial-years",
                "{\"name\": \"2026\", \"startsOn\": \"2026-01-01\", \"endsOn\": \"2026-12-31\","
                    + " \"active\": true}")
            .path("id");
    create(
        "/organizations/" + organization + "/document-series",
        "{\"documentType\": \"INVOICE\", \"financialYearId\": \"%s\", \"prefix\": \"INV\"}"
            .formatted(year));

    as().post("/api/v1/organizations/" + organization + "/document-numbers/INVOICE")
        .then()
        .statusCode(201);

    JsonPath entries = audit(organization);
    assertThat(entries.getList("items.kind"))
        .containsExactly("Organization", "Organization", "DocumentSeries", "DocumentSeries");
    assertThat(entries.getMap("items[3].after")).isEqualTo(java.util.Map.of("next_number", 2));
    assertThat(entries.getString("items[3].actor")).doesNotStartWith("database:");
  }

  @Test
  void a_bank_account_is_masked() {
    String organization = organization();
    create(
        "/organizations/" + organization + "/bank-accounts",
        "{\"holder\": \"Us\", \"bankName\": \"HDFC Bank\", \"accountNumber\": \"501000777123\","
            + " \"ifsc\": \"HDFC0001234\", \"isDefault\": true}");

    assertThat(audit(organization).prettify())
        .contains("********7123")
        .doesNotContain("501000777123");
  }

  @Test
  void no_table_is_forgotten() throws SQLException {
    try (var connection = RunningPostgres.connection();
        var names =
            connection
                .createStatement()
                .executeQuery("SELECT string_agg(name, ', ') FROM audit_forgotten")) {
      names.next();
      assertThat(names.getString(1)).isNull();
    }
  }
}
