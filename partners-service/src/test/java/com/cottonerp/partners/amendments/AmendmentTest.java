package com.cottonerp.partners.amendments;

import static com.cottonerp.partners.testkit.Onboarding.PARTNERS;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.asExternal;
import static com.cottonerp.partners.testkit.Onboarding.body;
import static com.cottonerp.partners.testkit.Onboarding.gstin;
import static com.cottonerp.partners.testkit.Onboarding.pan;
import static com.cottonerp.partners.testkit.Onboarding.partner;
import static com.cottonerp.partners.testkit.Onboarding.refused;
import static com.cottonerp.platform.testkit.Answers.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.cottonerp.partners.testkit.Onboarding;
import com.cottonerp.partners.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class AmendmentTest {
  private static final String BANK =
      """
      {"type": "change_bank", "reason": "new bank", "proposed": {"bank":
       {"accountName": "Acme", "bankName": "ICICI Bank", "accountNumber": "601000987654", "routingCode": "ICIC0004321"}}}
      """;
  private static final String APPROVE = "{\"decision\": \"approve\"}";

  private static Response request(String partner, String body) {
    return as("requester").body(body).post(PARTNERS + "/" + partner + "/amendments");
  }

  private static String requested(String partner, String body) {
    return created(request(partner, body));
  }

  private static Response decide(String user, String partner, String amendment, String decision) {
    return as(user, "PARTNER_APPROVE", "PARTNER_APPROVE_DIRECTOR")
        .body(decision)
        .post(PARTNERS + "/" + partner + "/amendments/" + amendment + "/decision");
  }

  private static String amendment(String type, String proposed) {
    return "{\"type\": \"%s\", \"reason\": \"needed\", \"proposed\": %s}".formatted(type, proposed);
  }

  @Test
  void a_new_bank_account_is_decided_by_a_director_who_did_not_ask_for_it() {
    String partner = partner();
    String amendment = requested(partner, BANK);

    refused(
        as("manager", "PARTNER_APPROVE")
            .body(APPROVE)
            .post(PARTNERS + "/" + partner + "/amendments/" + amendment + "/decision"),
        403,
        "director-decides");
    refused(decide("requester", partner, amendment, APPROVE), 403, "somebody-else-decides");
    decide("director", partner, amendment, APPROVE)
        .then()
        .statusCode(200)
        .body("status", equalTo("approved"));

    as("clerk")
        .get(PARTNERS + "/" + partner)
        .then()
        .body("identity.bank.accountNumber", equalTo("601000987654"));
    assertThat(RunningPostgres.events(partner)).hasSize(3).endsWith("3 PartnerUpdated");
    assertThat(RunningPostgres.published().lastPayloadOf(partner))
        .contains("\"bank\"")
        .doesNotContain("601000987654");
  }

  @Test
  void an_account_number_is_masked_for_who_may_not_see_it() {
    String partner = partner();
    requested(partner, BANK);

    as("clerk", "PARTNER_READ")
        .get(PARTNERS + "/" + partner + "/amendments")
        .then()
        .body("items.proposed.bank.accountNumber", contains("********7654"));
  }

  @Test
  void a_rejected_amendment_changes_nothing_and_needs_a_reason() {
    String partner = partner();
    String amendment = requested(partner, BANK);

    refused(
        decide("director", partner, amendment, "{\"decision\": \"reject\"}"),
        422,
        "invalid-request");
    decide("director", partner, amendment, "{\"decision\": \"reject\", \"notes\": \"no proof\"}")
        .then()
        .statusCode(200);
    refused(decide("director", partner, amendment, APPROVE), 400, "amendment-decided");
    assertThat(RunningPostgres.events(partner)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "update_address|{\"address\": {\"city\": \"Surat\", \"postalCode\": \"395003\", \"country\": \"IN\"}}|PartnerUpdated",
        "update_contact|{\"contact\": {\"name\": \"B\", \"email\": \"b@acme.example\", \"phone\": \"+91 91234 56789\"}}|PartnerUpdated",
        "update_gst|{\"tax\": {\"noGstReason\": \"turnover_below_threshold\"}}|PartnerUpdated",
        "increase_credit_limit|{\"creditLimit\": {\"amount\": \"99000000.00\", \"currency\": \"INR\"}}|PartnerCreditLimitChanged",
        "add_location|{\"location\": {\"type\": \"warehouse\", \"name\": \"W\", \"address\": {\"city\": \"Pune\", \"postalCode\": \"411001\", \"country\": \"IN\"}}}|PartnerLocationAdded"
      })
  void an_approved_amendment_makes_the_change_with_its_event(
      String type, String proposed, String event) {
    String partner = partner();
    String amendment = requested(partner, amendment(type, proposed));

    decide("director", partner, amendment, APPROVE).then().statusCode(200);

    assertThat(RunningPostgres.events(partner)).contains("3 " + event);
  }

  @Test
  void who_gives_up_the_registration_trades_nothing_with_tax_from_that_day() {
    String partner = partner();
    as("clerk")
        .get(PARTNERS + "/" + partner)
        .then()
        .body("capabilities.domesticSellIndia", equalTo(true));
    String given =
        requested(
            partner,
            amendment("update_gst", "{\"tax\": {\"noGstReason\": \"turnover_below_threshold\"}}"));

    decide("director", partner, given, APPROVE).then().statusCode(200);

    as("clerk")
        .get(PARTNERS + "/" + partner)
        .then()
        .body("capabilities.domesticSellIndia", equalTo(false))
        .body("capabilities.domesticBuyIndia", equalTo(false));
    assertThat(RunningPostgres.events(partner)).endsWith("4 PartnerCapabilitiesChanged");
  }

  @Test
  void an_approved_employee_is_invited_and_a_vehicle_is_a_transporters() {
    String partner = partner();
    String amendment =
        requested(
            partner,
            amendment(
                "add_employee",
                "{\"employee\": {\"name\": \"M\", \"email\": \"m@acme.example\", \"role\": \"admin\"}}"));
    decide("director", partner, amendment, APPROVE).then().statusCode(200);

    as("clerk").get(PARTNERS + "/" + partner + "/employees").then().body("items", hasSize(1));
    refused(
        request(
            partner,
            amendment(
                "add_vehicle",
                "{\"vehicle\": {\"vehicleNumber\": \"GJ03AB1234\", \"type\": \"truck\", \"owner\": \"A\", \"capacityTons\": \"9\"}}")),
        400,
        "transporters-only");
  }

  @Test
  void a_new_gstin_carries_the_partners_pan_and_is_nobody_elses() {
    String pan = pan();
    String partner = partner(body(pan, "private_limited", "2015-04-01"), Onboarding.PAPERS);
    String other =
        """
        {"tax": {"taxIdType": "gst", "taxIdNumber": "%s"},
         "address": {"city": "Pune", "state": "Maharashtra", "postalCode": "411001", "country": "IN"}}""";

    refused(
        request(partner, amendment("update_gst", other.formatted(gstin("27", "AAACA0001A")))),
        422,
        "invalid-request");
    String amendment =
        requested(partner, amendment("update_gst", other.formatted(gstin("27", pan))));
    decide("director", partner, amendment, APPROVE).then().statusCode(200);
    as("clerk")
        .get(PARTNERS + "/" + partner)
        .then()
        .body("identity.taxIdNumber", equalTo(gstin("27", pan)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "change_bank|{}|422|invalid-request",
        "change_bank|{\"contact\": {\"name\": \"B\", \"email\": \"b@acme.example\", \"phone\": \"+91 91234 56789\"}}|422|invalid-request",
        "increase_credit_limit|{\"creditLimit\": {\"amount\": \"0.00\", \"currency\": \"INR\"}}|400|no-increase",
        "add_employee|{\"employee\": {\"name\": \"M\", \"email\": \"m@gmail.com\", \"role\": \"admin\"}}|422|invalid-request"
      })
  void G11_what_could_never_be_approved_is_refused_at_once(
      String type, String proposed, int status, String problem) {
    String partner = partner();

    refused(request(partner, amendment(type, proposed)), status, problem);

    as("clerk").get(PARTNERS + "/" + partner + "/amendments").then().body("items", hasSize(0));
  }

  @Test
  void a_partners_own_people_ask_for_their_own_partner_only() {
    String partner = partner();
    String other = partner();

    asExternal("buyer", UUID.fromString(partner))
        .body(BANK)
        .post(PARTNERS + "/" + partner + "/amendments")
        .then()
        .statusCode(201);
    refused(
        asExternal("buyer", UUID.fromString(partner))
            .body(BANK)
            .post(PARTNERS + "/" + other + "/amendments"),
        403,
        "somebody-elses-partner");
  }
}
