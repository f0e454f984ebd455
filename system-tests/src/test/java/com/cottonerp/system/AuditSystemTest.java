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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who changed what, asked of the packaged programs. */
@ExtendWith(TestSystem.Shared.class)
class AuditSystemTest {
  private static final List<String> SCHEMAS = List.of("partners", "risk", "trade_desk", "settings");

  private static final Map<String, List<String>> JOURNEY =
      Map.of(
          "partners",
          List.of(
              "OnboardingApplication", "ApplicationDocument", "BusinessPartner", "PartnerLocation"),
          "risk",
          List.of("Assessment", "PartnerRiskProfile"),
          "trade_desk",
          List.of(
              "Availability",
              "Reservation",
              "Requirement",
              "Match",
              "Negotiation",
              "NegotiationOffer",
              "Trade"),
          "settings",
          List.of("Commodity", "Location"));

  private final TestSystem system;
  private final ApiClient auditor;

  AuditSystemTest(TestSystem system) {
    this.system = system;
    this.auditor = system.apiWith("an-auditor", "AUDIT_READ");
  }

  @Test
  void it_answers_who_changed_this_partner_since_march() {
    Company company = new Company(system).apply().handInVerifiedPapers();
    company.submit();
    UUID partner = company.approved();
    String suspension =
        system.program("partners-service").url() + "/api/v1/partners/" + partner + "/suspension";
    Instant then = Instant.now();
    system
        .apiOf("another-manager")
        .post(suspension, "{\"reason\": \"Payment overdue\"}")
        .expect(200);

    JsonNode since = audit("partners-service", "subject=" + partner + "&since=" + then);
    JsonNode sinceMarch = audit("partners-service", "subject=" + partner + "&since=2026-03-01");

    assertThat(since.path("items").findValuesAsText("reason")).containsExactly("Payment overdue");
    assertThat(sinceMarch.path("items").findValuesAsText("change"))
        .contains("created")
        .hasSizeGreaterThan(1);
    // Who applied, who verified, who approved and who suspended.
    assertThat(Set.copyOf(sinceMarch.path("items").findValuesAsText("actor"))).hasSize(4);
  }

  @Test
  void what_a_partner_keeps_to_itself_stands_in_the_audit_of_no_service() {
    Company company = new Company(system).apply().handInVerifiedPapers();
    company.submit();
    UUID partner = company.approved();
    Waiting.until(
        "risk has judged it",
        () -> audit("risk-service", "subject=" + partner).path("items").size() > 0);

    for (String schema : SCHEMAS) {
      String entries =
          String.join(
              "\n",
              system
                  .database(schema)
                  .query("SELECT audit_entry::text FROM audit_entry", row -> row.getString(1)));
      company.secrets().forEach(secret -> assertThat(entries).as(schema).doesNotContain(secret));
      assertThat(entries).as(schema).doesNotContain(company.gstin());
    }
  }

  @Test
  void everything_that_a_program_changed_tells_who_it_was() {
    Market market = new Market(system);
    new Sale(market, new Trader(system), new Trader(system), () -> {}).complete("500");

    JOURNEY.forEach(
        (schema, kinds) ->
            Waiting.until(
                "entries of all that the journey has made in " + schema,
                () -> kindsIn(schema, "actor NOT LIKE 'database:%'").containsAll(kinds)));
    for (String schema : SCHEMAS) {
      assertThat(kindsIn(schema, "actor LIKE 'database:%'")).as(schema).isEmpty();
    }
  }

  private List<String> kindsIn(String schema, String condition) {
    return system
        .database(schema)
        .query("SELECT DISTINCT kind FROM audit_entry WHERE " + condition, row -> row.getString(1));
  }

  private JsonNode audit(String program, String query) {
    return auditor
        .get(system.program(program).url() + "/api/v1/audit?limit=200&" + query)
        .expect(200)
        .body();
  }
}
