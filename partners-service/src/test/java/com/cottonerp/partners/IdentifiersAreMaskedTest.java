package com.cottonerp.partners;

import static com.cottonerp.partners.testkit.Onboarding.APPLICATIONS;
import static com.cottonerp.partners.testkit.Onboarding.PAPERS;
import static com.cottonerp.partners.testkit.Onboarding.PARTNERS;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.body;
import static com.cottonerp.partners.testkit.Onboarding.decide;
import static com.cottonerp.partners.testkit.Onboarding.gstin;
import static com.cottonerp.partners.testkit.Onboarding.pan;
import static com.cottonerp.partners.testkit.Onboarding.start;
import static com.cottonerp.partners.testkit.Onboarding.submit;
import static com.cottonerp.partners.testkit.Onboarding.verified;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.partners.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every read of this service, asked by those who may not see identifiers. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class IdentifiersAreMaskedTest {
  private static final List<String[]> READERS =
      List.of(
          new String[] {"PARTNER_READ"},
          new String[] {"PARTNER_READ", "PARTNER_CREATE"},
          new String[] {"PARTNER_READ", "PARTNER_UPDATE", "PARTNER_APPROVE"},
          new String[] {"PARTNER_READ", "PARTNER_VERIFY_GST"});

  @TestHTTPResource(value = "/", management = true)
  URI management;

  private final String pan = pan();
  private final String account = "7716" + System.nanoTime() % 1_000_000_000L;
  private final String newAccount = "8827" + System.nanoTime() % 1_000_000_000L;

  @Test
  void nobody_reads_an_identifier_anywhere_without_the_permission_to() {
    String open = start(body(pan(), "private_limited", "2015-04-01"));
    plantPapers(APPLICATIONS + "/" + open + "/documents");
    String application =
        start(body(pan, "private_limited", "2015-04-01").replace("501000123456", account));
    verified(application, PAPERS);
    submit(application).then().statusCode(200);
    String partner =
        decide("manager", application, "{\"decision\": \"approve\"}")
            .then()
            .statusCode(200)
            .extract()
            .path("partnerId");
    plantPapers(PARTNERS + "/" + partner + "/documents");
    plantAmendments(partner);
    plantPlace(partner);

    for (String[] permissions : READERS) {
      Map<String, String> answers = walk(permissions, partner, open);
      answers.forEach(
          (path, answer) ->
              assertThat(answer)
                  .as("%s as %s", path, List.of(permissions))
                  .doesNotContain(pan, account, newAccount));
      assertThat(answers.values().stream().filter(answer -> answer.contains("****")).toList())
          .as("reads that show a masked identifier")
          .hasSizeGreaterThan(6);
    }
  }

  private void plantPapers(String documents) {
    Map<String, String> papers = new LinkedHashMap<>();
    papers.put(
        "gst_certificate", "GSTIN %s\nLegal name: Acme\n01-04-2015".formatted(gstin("24", pan)));
    papers.put("pan_card", "%s\nACME COTTON".formatted(pan));
    papers.put("bank_proof", "HDFC Bank\nHDFC0001234\n%s".formatted(account));
    papers.forEach(
        (type, text) ->
            as("applicant")
                .contentType(ContentType.MULTIPART)
                .multiPart("documentType", type)
                .multiPart(
                    "file", type + ".txt", text.getBytes(StandardCharsets.UTF_8), "text/plain")
                .post(documents)
                .then()
                .statusCode(201));
  }

  private void plantAmendments(String partner) {
    List<String> amendments = new ArrayList<>();
    amendments.add(
        """
        {"type": "change_bank", "reason": "needed", "proposed": {"bank": {"accountName": "Acme", "bankName": "HDFC Bank",
         "accountNumber": "%s", "routingCode": "HDFC0001234"}}}"""
            .formatted(newAccount));
    amendments.add(
        """
        {"type": "update_gst", "reason": "needed", "proposed": {"tax": {"taxIdType": "gst", "taxIdNumber": "%s"}}}"""
            .formatted(gstin("24", pan, '2')));
    amendments.add(
        """
        {"type": "add_location", "reason": "needed", "proposed": {"location": {"type": "branch_different_state", "name": "Nagpur",
         "gstin": "%s", "address": {"line": "2 Mill Road", "city": "Nagpur", "state": "Maharashtra", "postalCode": "440001",
         "country": "IN", "latitude": "21.1458", "longitude": "79.0882"}}}}"""
            .formatted(gstin("27", pan)));
    amendments.forEach(
        amendment ->
            as("requester")
                .body(amendment)
                .post(PARTNERS + "/" + partner + "/amendments")
                .then()
                .statusCode(201));
  }

  private void plantPlace(String partner) {
    as("applicant")
        .body(
            """
            {"type": "branch_different_state", "name": "Pune", "gstin": "%s", "address": {"line": "3 Mill Road", "city": "Pune",
             "state": "Maharashtra", "postalCode": "411001", "country": "IN", "latitude": "18.5204", "longitude": "73.8567"}}"""
                .formatted(gstin("27", pan)))
        .post(PARTNERS + "/" + partner + "/locations")
        .then()
        .statusCode(201);
  }

  /** What each GET of the OpenAPI document answers, where it answers with 200. */
  private Map<String, String> walk(String[] permissions, String partner, String open) {
    Map<String, Map<String, Object>> paths =
        given()
            .get(management.resolve("/openapi?format=json"))
            .then()
            .statusCode(200)
            .extract()
            .path("paths");
    Map<String, String> answers = new LinkedHashMap<>();
    for (Map.Entry<String, Map<String, Object>> path : paths.entrySet()) {
      String id = path.getKey().startsWith(APPLICATIONS) ? open : partner;
      if (path.getValue().containsKey("get") && path.getKey().startsWith("/api/v1/partner")) {
        for (String address : addresses(path.getKey().replace("{id}", id), permissions)) {
          Response answer = as("reader", permissions).get(address);
          if (answer.statusCode() == 200) {
            answers.put(address, answer.asString());
          }
        }
      }
    }
    return answers;
  }

  /** The address, or that of each thing in the list that it belongs to. */
  private static List<String> addresses(String path, String... permissions) {
    if (!path.contains("{")) {
      return List.of(path);
    }
    String list = path.substring(0, path.indexOf("/{"));
    Response things = as("reader", permissions).get(list);
    if (things.statusCode() != 200) {
      return List.of();
    }
    List<String> ids =
        things.jsonPath().getList(things.asString().startsWith("[") ? "id" : "items.id");
    return ids.stream().map(id -> list + "/" + id).toList();
  }
}
