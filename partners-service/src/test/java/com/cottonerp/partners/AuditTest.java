package com.cottonerp.partners;

import static com.cottonerp.partners.testkit.Onboarding.APPLICATIONS;
import static com.cottonerp.partners.testkit.Onboarding.PAPERS;
import static com.cottonerp.partners.testkit.Onboarding.PARTNERS;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.asExternal;
import static com.cottonerp.partners.testkit.Onboarding.body;
import static com.cottonerp.partners.testkit.Onboarding.decide;
import static com.cottonerp.partners.testkit.Onboarding.pan;
import static com.cottonerp.partners.testkit.Onboarding.partner;
import static com.cottonerp.partners.testkit.Onboarding.refused;
import static com.cottonerp.partners.testkit.Onboarding.start;
import static com.cottonerp.partners.testkit.Onboarding.submit;
import static com.cottonerp.partners.testkit.Onboarding.verified;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.partners.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who changed a partner, and what nobody reads there. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class AuditTest {
  private static final String AUDIT = "/api/v1/audit";

  private static JsonPath audit(String query) {
    return as("auditor", "AUDIT_READ")
        .get(AUDIT + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static List<String> told(String query) {
    return audit(query).getList("items", Map.class).stream()
        .map(entry -> entry.get("kind") + " " + entry.get("change"))
        .toList();
  }

  @Test
  void it_answers_who_changed_this_partner_since_then() {
    String partner = partner();
    Instant then = Instant.now();
    as("a-manager")
        .header("X-Forwarded-For", "198.51.100.7")
        .body("{\"reason\": \"Payment overdue\"}")
        .post(PARTNERS + "/" + partner + "/suspension")
        .then()
        .statusCode(200);

    JsonPath entries = audit("?subject=" + partner + "&since=" + then);

    assertThat(entries.getList("items")).hasSize(1);
    assertThat(entries.getString("items[0].kind")).isEqualTo("BusinessPartner");
    assertThat(entries.getString("items[0].subject")).isEqualTo(partner);
    assertThat(entries.getString("items[0].actor")).isNotBlank().doesNotStartWith("database:");
    assertThat(entries.getString("items[0].actorName")).isEqualTo("a-manager");
    assertThat(entries.getString("items[0].operation"))
        .isEqualTo("POST /api/v1/partners/" + partner + "/suspension");
    assertThat(entries.getString("items[0].address")).isEqualTo("127.0.0.1");
    assertThat(entries.getString("items[0].reason")).isEqualTo("Payment overdue");
    assertThat(entries.getString("items[0].traceId")).matches("[0-9a-f]{32}");
    assertThat(entries.getMap("items[0].before"))
        .containsEntry("status", "APPROVED")
        .containsEntry("status_reason", null);
    assertThat(entries.getMap("items[0].after"))
        .containsEntry("status", "SUSPENDED")
        .containsEntry("status_reason", "Payment overdue");
    String actor = entries.getString("items[0].actor");
    assertThat(audit("?actor=" + actor + "&subject=" + partner).getList("items")).hasSize(1);
    assertThat(audit("?subject=" + partner + "&until=" + then).getList("items")).isNotEmpty();
    assertThat(audit("?subject=" + partner + "&since=2999-01-01").getList("items")).isEmpty();
  }

  @Test
  void what_became_of_an_application_before_it_was_a_partner_is_found_with_the_partner() {
    String application = start(body());
    verified(application, PAPERS);
    submit(application).then().statusCode(200);
    Instant approval = Instant.now();
    String partner =
        decide("manager", application, "{\"decision\": \"approve\"}")
            .then()
            .statusCode(200)
            .extract()
            .path("partnerId");

    assertThat(told("?subject=" + partner + "&until=" + approval))
        .contains(
            "OnboardingApplication created",
            "OnboardingApplication changed",
            "ApplicationDocument created",
            "ApplicationDocument changed");
    assertThat(told("?limit=3&subject=" + partner))
        .isEqualTo(told("?subject=" + partner).subList(0, 3));
    assertThat(told("?subject=" + application + "&until=" + approval))
        .isEqualTo(told("?subject=" + partner + "&until=" + approval));
  }

  @Test
  void what_belongs_to_a_partner_is_found_under_it_also_after_it_is_gone() {
    String partner = partner();
    String of = PARTNERS + "/" + partner;
    Instant then = Instant.now();
    String employee =
        as("clerk")
            .body("{\"name\": \"Meena\", \"email\": \"m@acme.example\", \"role\": \"employee\"}")
            .post(of + "/employees")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as("clerk").delete(of + "/employees/" + employee).then().statusCode(204);
    as("applicant")
        .contentType(ContentType.MULTIPART)
        .multiPart("documentType", "pan_card")
        .multiPart("file", "p.txt", partner.getBytes(StandardCharsets.UTF_8), "text/plain")
        .post(of + "/documents")
        .then()
        .statusCode(201);

    assertThat(told("?subject=" + partner + "&since=" + then))
        .containsExactly(
            "PartnerEmployee created", "PartnerEmployee changed", "ApplicationDocument created");
    assertThat(told("?subject=" + employee)).hasSize(2);
  }

  @Test
  void a_refused_attempt_has_no_entry_and_a_repeated_command_has_one() {
    String partner = partner();
    Instant then = Instant.now();
    String suspension = PARTNERS + "/" + partner + "/suspension";
    for (int i = 0; i < 2; i++) {
      as("manager")
          .header("Idempotency-Key", "audit-" + partner)
          .body("{\"reason\": \"Overdue\"}")
          .post(suspension)
          .then()
          .statusCode(200);
    }
    refused(
        as("manager").body("{\"reason\": \"Again\"}").post(suspension),
        400,
        "partner-not-approved");

    assertThat(told("?subject=" + partner + "&since=" + then))
        .containsExactly("BusinessPartner changed");
  }

  @Test
  void pages_follow_each_other() {
    String partner = partner();
    List<String> all = audit("?subject=" + partner + "&limit=200").getList("items.id");
    JsonPath first = audit("?subject=" + partner + "&limit=1");

    assertThat(all).hasSizeGreaterThan(1).isSorted();
    assertThat(first.getList("items.id")).isEqualTo(all.subList(0, 1));
    assertThat(
            audit("?subject=" + partner + "&limit=200&after=" + first.getString("next"))
                .getList("items.id"))
        .isEqualTo(all.subList(1, all.size()));
  }

  @Test
  void auditors_read_it_and_nobody_else() {
    refused(as("manager").get(AUDIT), 403, "permission-missing");
    refused(asExternal("auditor", UUID.randomUUID()).get(AUDIT), 403, "permission-missing");
    refused(as("auditor", "AUDIT_READ").get(AUDIT + "?since=March"), 422, "invalid-request");
  }

  @Test
  void no_table_is_forgotten() {
    assertThat(RunningPostgres.rowsOf("SELECT name FROM audit_forgotten")).isEmpty();
  }

  @Test
  void no_identifier_and_no_personal_data_of_a_whole_life_stands_in_the_audit() {
    String pan = pan();
    String account = "7716" + System.nanoTime() % 1_000_000_000L;
    String application =
        start(
            body(pan, "private_limited", "2015-04-01")
                .replace("501000123456", account)
                .replace("A. Patel", "Planted Person")
                .replace("a@acme.example", "planted@person.example")
                .replace("+91 98765 43210", "+91 91234 56789")
                .replace("1 Mill Road", "77 Planted Lane"));
    as("applicant")
        .contentType(ContentType.MULTIPART)
        .multiPart("documentType", "pan_card")
        .multiPart(
            "file", pan + ".txt", (pan + "\nACME").getBytes(StandardCharsets.UTF_8), "text/plain")
        .post(APPLICATIONS + "/" + application + "/documents")
        .then()
        .statusCode(201);
    verified(application, PAPERS);
    submit(application).then().statusCode(200);
    String partner =
        decide("manager", application, "{\"decision\": \"approve\", \"notes\": \"all is well\"}")
            .then()
            .statusCode(200)
            .extract()
            .path("partnerId");
    as("requester")
        .body(
            """
            {"type": "change_bank", "reason": "needed", "proposed": {"bank": {"accountName": "Planted Person",
             "bankName": "HDFC Bank", "accountNumber": "%s9", "routingCode": "HDFC0001234"}}}\
            """
                .formatted(account))
        .post(PARTNERS + "/" + partner + "/amendments")
        .then()
        .statusCode(201);
    as("clerk")
        .body(
            "{\"name\": \"Planted Person\", \"email\": \"p@planted.example\", \"phone\": \"+91"
                + " 91234 56789\", \"role\": \"employee\"}")
        .post(PARTNERS + "/" + partner + "/employees")
        .then()
        .statusCode(201);

    String entries =
        String.join(
            "\n",
            RunningPostgres.rowsOf(
                "SELECT audit_entry::text FROM audit_entry WHERE owner IN ('%s', '%s') OR subject = '%s'"
                    .formatted(partner, application, application)));

    assertThat(entries)
        .contains("******" + pan.substring(6), "PartnerAmendment", "PartnerEmployee", "all is well")
        .doesNotContain(
            pan,
            account,
            "Planted Person",
            "person.example",
            "planted.example",
            "91234 56789",
            "9123456789",
            "Planted Lane");
    List<String> hashes =
        RunningPostgres.rowsOf(
            "SELECT concat_ws('|', pan_key, tax_id_key, phone_key) FROM business_partner WHERE id = '%s'"
                .formatted(partner));
    assertThat(hashes.get(0)).isNotBlank();
    for (String hash : hashes.get(0).split("\\|")) {
      assertThat(entries).doesNotContain(hash);
    }
  }
}
