package com.cottonerp.partners.partner;

import static com.cottonerp.partners.testkit.Onboarding.PARTNERS;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.limitRaised;
import static com.cottonerp.partners.testkit.Onboarding.partner;
import static com.cottonerp.partners.testkit.Onboarding.refused;
import static com.cottonerp.partners.testkit.Onboarding.verifiedDocument;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.cottonerp.partners.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class PartnerLifeTest {
  private static Response post(String partner, String what, String body) {
    return as("manager").body(body).post(PARTNERS + "/" + partner + "/" + what);
  }

  private static Response put(String partner, String what, String body) {
    String etag = as("manager").get(PARTNERS + "/" + partner).header("ETag");
    return as("manager")
        .header("If-Match", etag)
        .body(body)
        .put(PARTNERS + "/" + partner + "/" + what);
  }

  private static String limit(String amount, String currency) {
    return "{\"creditLimit\": {\"amount\": \"%s\", \"currency\": \"%s\"}, \"reason\": \"good years\"}"
        .formatted(amount, currency);
  }

  private static String master(String id) {
    return "{\"masterPartnerId\": \"%s\"}".formatted(id);
  }

  @Test
  void a_credit_limit_is_lowered_with_a_reason_and_both_amounts_are_published() {
    String partner = partner();
    limitRaised(partner, "7500000.00");

    post(partner, "credit-limit", limit("2500000.00", "INR"))
        .then()
        .statusCode(200)
        .body("creditLimit.amount", equalTo("2500000.00"));
    post(partner, "credit-limit", limit("2500000.00", "INR")).then().statusCode(200);

    assertThat(RunningPostgres.events(partner)).hasSize(4).endsWith("4 PartnerCreditLimitChanged");
    assertThat(RunningPostgres.published().lastPayloadOf(partner))
        .contains("\"7500000.00\"", "\"2500000.00\"");
    refused(post(partner, "credit-limit", limit("2500000.01", "INR")), 400, "credit-limit-raised");
    refused(post(partner, "credit-limit", limit("1.00", "USD")), 422, "invalid-request");
    refused(post(partner, "credit-limit", limit("1.001", "INR")), 422, "invalid-request");
    refused(post(partner, "credit-limit", limit("-1", "INR")), 422, "invalid-request");
  }

  @Test
  void a_partner_has_a_master_and_a_group_and_gives_them_up_again() {
    String master = partner();
    String branch = partner();

    put(branch, "relationships", master(master))
        .then()
        .statusCode(200)
        .body("masterPartnerId", equalTo(master));
    put(branch, "relationships", "{}")
        .then()
        .statusCode(200)
        .body("masterPartnerId", equalTo(null));

    assertThat(RunningPostgres.events(branch))
        .endsWith("3 PartnerRelationshipsChanged", "4 PartnerRelationshipsChanged");
  }

  @Test
  void masters_form_no_circle() {
    String top = partner();
    String middle = partner();
    String bottom = partner();
    put(middle, "relationships", master(top)).then().statusCode(200);
    put(bottom, "relationships", master(middle)).then().statusCode(200);

    refused(put(top, "relationships", master(bottom)), 400, "relationship-cycle");
    refused(put(top, "relationships", master(top)), 400, "relationship-cycle");
    refused(
        put(top, "relationships", master("0198a000-0000-7000-8000-000000000001")),
        400,
        "unknown-master");
    assertThat(RunningPostgres.events(top)).hasSize(2);
  }

  @Test
  void two_links_that_close_a_circle_together_are_not_both_made() {
    String one = partner();
    String other = partner();

    var first =
        CompletableFuture.supplyAsync(() -> put(one, "relationships", master(other)).statusCode());
    var second =
        CompletableFuture.supplyAsync(() -> put(other, "relationships", master(one)).statusCode());

    assertThat(List.of(first.join(), second.join())).containsExactlyInAnyOrder(200, 400);
  }

  @Test
  void a_decision_on_a_document_changes_what_the_partner_may_do() {
    String partner = partner();
    String iec = verifiedDocument(partner, "iec", "{\"decision\": \"verify\"}");
    post(
            partner,
            "documents/" + iec + "/verification",
            "{\"decision\": \"reject\", \"reason\": \"forged\"}")
        .then()
        .statusCode(200);

    assertThat(RunningPostgres.events(partner))
        .endsWith("3 PartnerCapabilitiesChanged", "4 PartnerCapabilitiesChanged");
    as("manager")
        .get(PARTNERS + "/" + partner)
        .then()
        .body("capabilities.importAllowed", equalTo(false))
        .body("capabilities.domesticBuyIndia", equalTo(true));
  }

  @Test
  void an_override_stays_whatever_is_verified_until_it_is_ended() {
    String partner = partner();
    post(
            partner,
            "capabilities",
            """
            {"capabilities": {"domesticBuyIndia": true, "domesticSellIndia": false, "domesticBuyHomeCountry": false,
             "domesticSellHomeCountry": false, "importAllowed": false, "exportAllowed": false}, "reason": "buys only"}
            """)
        .then()
        .statusCode(200);
    verifiedDocument(partner, "iec", "{\"decision\": \"verify\"}");
    as("manager")
        .get(PARTNERS + "/" + partner)
        .then()
        .body("capabilities.importAllowed", equalTo(false))
        .body("capabilitiesOverridden", equalTo(true));

    post(partner, "capabilities/detection", "")
        .then()
        .statusCode(200)
        .body("capabilities.importAllowed", equalTo(true))
        .body("capabilitiesOverridden", equalTo(false));
    refused(post(partner, "capabilities/detection", ""), 400, "capabilities-not-overridden");
    assertThat(RunningPostgres.events(partner)).hasSize(4);
  }

  @Test
  void trade_facts_change_without_approval_and_the_whole_partner_is_published() {
    String partner = partner();
    String facts =
        "{\"tradeName\": \"Acme\", \"hasQualityLab\": true, \"canArrangeTransport\": true}";

    put(partner, "trade-facts", facts)
        .then()
        .statusCode(200)
        .body("identity.tradeName", equalTo("Acme"));
    put(partner, "trade-facts", facts).then().statusCode(200);

    assertThat(RunningPostgres.events(partner)).hasSize(3).endsWith("3 PartnerUpdated");
    assertThat(RunningPostgres.published().lastPayloadOf(partner))
        .contains("\"changedFields\"", "\"tradeName\": \"Acme\"");
  }

  @Test
  void a_partner_that_left_does_nothing_any_more() {
    String partner = partner();
    post(partner, "deactivation", "{\"reason\": \"closed\"}")
        .then()
        .statusCode(200)
        .body("status", equalTo("inactive"));

    refused(post(partner, "deactivation", "{\"reason\": \"x\"}"), 400, "partner-not-approved");
    refused(post(partner, "suspension", "{\"reason\": \"x\"}"), 400, "partner-not-approved");
    refused(post(partner, "reactivation", "{\"reason\": \"x\"}"), 400, "partner-not-suspended");
    refused(post(partner, "credit-limit", limit("1.00", "INR")), 400, "partner-inactive");
    refused(put(partner, "relationships", "{}"), 400, "partner-inactive");
    refused(post(partner, "kyc-renewals", "{\"type\": \"annual\"}"), 400, "partner-inactive");
    assertThat(RunningPostgres.events(partner)).hasSize(3).endsWith("3 PartnerDeactivated");
  }
}
