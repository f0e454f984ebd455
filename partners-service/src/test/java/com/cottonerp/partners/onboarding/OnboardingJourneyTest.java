package com.cottonerp.partners.onboarding;

import static com.cottonerp.partners.testkit.Onboarding.APPLICATIONS;
import static com.cottonerp.partners.testkit.Onboarding.PAPERS;
import static com.cottonerp.partners.testkit.Onboarding.PARTNERS;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.asExternal;
import static com.cottonerp.partners.testkit.Onboarding.body;
import static com.cottonerp.partners.testkit.Onboarding.decide;
import static com.cottonerp.partners.testkit.Onboarding.foreigner;
import static com.cottonerp.partners.testkit.Onboarding.gstin;
import static com.cottonerp.partners.testkit.Onboarding.pan;
import static com.cottonerp.partners.testkit.Onboarding.partner;
import static com.cottonerp.partners.testkit.Onboarding.refused;
import static com.cottonerp.partners.testkit.Onboarding.serviceProvider;
import static com.cottonerp.partners.testkit.Onboarding.start;
import static com.cottonerp.partners.testkit.Onboarding.submit;
import static com.cottonerp.partners.testkit.Onboarding.upload;
import static com.cottonerp.partners.testkit.Onboarding.verified;
import static com.cottonerp.platform.testkit.Answers.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.cottonerp.partners.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class OnboardingJourneyTest {
  private static final String APPROVE =
      """
      {"decision": "approve", "creditLimit": {"amount": "5000000.00", "currency": "INR"}, "paymentTermsDays": 30}
      """;

  private static final String APPROVE_ABROAD =
      """
      {"decision": "approve", "creditLimit": {"amount": "250000.00", "currency": "USD"}, "paymentTermsDays": 45}
      """;

  @Test
  void an_approved_application_becomes_a_partner_and_says_so_in_two_events() {
    String application = start(body());
    verified(application, PAPERS);
    submit(application).then().statusCode(200).body("route", equalTo("MANAGER"));

    String partner =
        decide("manager", application, APPROVE).then().statusCode(200).extract().path("partnerId");

    as("manager")
        .get(PARTNERS + "/" + partner)
        .then()
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("status", equalTo("approved"))
        .body("creditLimit.amount", equalTo("5000000.00"))
        .body("capabilities.domesticSellIndia", equalTo(true));
    assertThat(RunningPostgres.events(partner))
        .containsExactly("1 PartnerCreated", "2 PartnerApproved");
    assertThat(RunningPostgres.events(application)).hasSize(7);
  }

  @Test
  void everything_verified_and_a_high_score_is_approved_at_once() {
    String application = start(body());
    verified(application, List.of("gst_certificate", "pan_card", "address_proof"));
    verifiedBy("second-checker", application);

    submit(application)
        .then()
        .statusCode(200)
        .body("status", equalTo("approved"))
        .body("route", equalTo("AUTO"))
        .body("partnerId", notNullValue());
  }

  private static void verifiedBy(String user, String application) {
    String document = created(upload(application, "bank_proof"));
    as(user)
        .body("{\"decision\": \"verify\"}")
        .post(APPLICATIONS + "/" + application + "/documents/" + document + "/verification")
        .then()
        .statusCode(200);
  }

  @Test
  void nothing_is_approved_at_once_that_one_person_verified_or_that_a_verifier_submits_or_edited() {
    String ofOne = start(body());
    verified(ofOne, List.of("gst_certificate", "pan_card", "address_proof", "bank_proof"));
    submit(ofOne).then().statusCode(200).body("route", equalTo("MANAGER"));

    String submitted = start(body());
    verified(submitted, PAPERS);
    verifiedBy("second-checker", submitted);
    as("second-checker")
        .post(APPLICATIONS + "/" + submitted + "/submission")
        .then()
        .statusCode(200)
        .body("route", equalTo("MANAGER"))
        .body("status", equalTo("pending_approval"));

    String edited = start(body());
    verified(edited, PAPERS);
    verifiedBy("second-checker", edited);
    as("second-checker")
        .header("If-Match", as("clerk").get(APPLICATIONS + "/" + edited).header("ETag"))
        .body(body())
        .put(APPLICATIONS + "/" + edited)
        .then()
        .statusCode(200);
    submit(edited).then().statusCode(200).body("route", equalTo("MANAGER"));
  }

  @Test
  void a_director_decides_on_high_risk() {
    String application = start(body(pan('P'), "proprietorship", "2026-10-01"));
    verified(application, PAPERS);
    submit(application).then().statusCode(200).body("route", equalTo("DIRECTOR"));

    refused(decide("manager", application, APPROVE), 403, "director-required");
    as("director", "PARTNER_APPROVE", "PARTNER_APPROVE_DIRECTOR")
        .body(APPROVE)
        .post(APPLICATIONS + "/" + application + "/decision")
        .then()
        .statusCode(200);
  }

  @Test
  void a_decision_is_made_once_and_only_after_submission() {
    String application = start(body());
    refused(decide("manager", application, APPROVE), 400, "application-not-submitted");
    submit(application).then().statusCode(200);
    decide("manager", application, "{\"decision\": \"reject\", \"notes\": \"no\"}")
        .then()
        .statusCode(200);

    refused(decide("manager", application, APPROVE), 400, "application-already-decided");
    refused(submit(application), 400, "application-not-open");
    assertThat(RunningPostgres.events(application))
        .containsExactly("1 PartnerApplicationSubmitted", "2 PartnerApplicationRejected");
  }

  @Test
  void mandatory_documents_have_to_be_verified() {
    String application = start(body());
    verified(application, List.of("pan_card"));
    submit(application);

    refused(decide("manager", application, APPROVE), 400, "documents-not-verified");
  }

  @Test
  void a_pan_is_registered_once() {
    String same = body();
    for (String status : List.of("first", "second")) {
      String application = start(same);
      verified(application, PAPERS);
      submit(application);
      Response decision = decide("manager", application, APPROVE);
      if (status.equals("first")) {
        decision.then().statusCode(200);
      } else {
        refused(decision, 409, "already-registered");
        assertThat(RunningPostgres.events(application)).hasSize(7);
      }
    }
  }

  @Test
  void requested_information_is_given_by_an_edit_that_names_the_version() {
    String application = start(body());
    submit(application);
    decide("manager", application, "{\"decision\": \"request_info\", \"notes\": \"address?\"}")
        .then()
        .statusCode(200);
    String address = APPLICATIONS + "/" + application;
    String etag = as("applicant").get(address).then().extract().header("ETag");

    refused(as("applicant").body(body()).put(address), 428, "if-match-required");
    refused(
        as("applicant").header("If-Match", "\"0\"").body(body()).put(address),
        412,
        "stale-version");
    as("applicant").header("If-Match", etag).body(body()).put(address).then().statusCode(200);
    submit(application).then().statusCode(200).body("status", equalTo("pending_approval"));
  }

  @Test
  void a_suspended_partner_can_be_reactivated_while_its_kyc_is_valid() {
    String partner = PARTNERS + "/" + partner();
    String reason = "{\"reason\": \"overdue\"}";

    refused(
        as("manager").body(reason).post(partner + "/reactivation"), 400, "partner-not-suspended");
    as("manager")
        .body(reason)
        .post(partner + "/suspension")
        .then()
        .statusCode(200)
        .body("status", equalTo("suspended"));
    refused(as("manager").body(reason).post(partner + "/suspension"), 400, "partner-not-approved");
    as("manager")
        .body(reason)
        .post(partner + "/reactivation")
        .then()
        .statusCode(200)
        .body("status", equalTo("approved"));
  }

  @Test
  void places_follow_the_rules_of_their_type() {
    String places = PARTNERS + "/" + partner() + "/locations";
    String address =
        "\"address\": {\"city\": \"Pune\", \"postalCode\": \"411001\", \"country\": \"IN\"}";

    refused(
        as("manager")
            .body("{\"type\": \"branch_different_state\", \"name\": \"Pune\", " + address + "}")
            .post(places),
        400,
        "branch-needs-gstin");
    refused(
        as("manager")
            .body(
                "{\"type\": \"branch_different_state\", \"name\": \"Pune\", \"gstin\":"
                    + " \""
                    + gstin("27", "AAACA0001A")
                    + "\", "
                    + address
                    + "}")
            .post(places),
        400,
        "gstin-of-another-partner");
    as("manager")
        .body(
            "{\"type\": \"ship_to\", \"name\": \"Pune\", \"gstin\": \""
                + gstin("27", "AAACA0001A")
                + "\", "
                + address
                + "}")
        .post(places)
        .then()
        .statusCode(201)
        .body("gstin", equalTo(null));
    as("manager").get(places).then().body("items", hasSize(1));
  }

  @Test
  void an_external_user_sees_nobody_elses_partner() {
    String mine = partner();
    String theirs = partner();

    asExternal("acme", UUID.fromString(mine)).get(PARTNERS + "/" + mine).then().statusCode(200);
    refused(
        asExternal("acme", UUID.fromString(mine)).get(PARTNERS + "/" + theirs),
        403,
        "somebody-elses-partner");
    asExternal("acme", UUID.fromString(mine))
        .get(PARTNERS)
        .then()
        .body("items.id", equalTo(List.of(mine)));
  }

  @Test
  void lists_go_on_where_the_page_before_ended() {
    String older = partner();
    String newer = partner();
    String next =
        as("manager")
            .get(PARTNERS + "?limit=1")
            .then()
            .statusCode(200)
            .body("items.id", equalTo(List.of(newer)))
            .extract()
            .path("next");

    as("manager")
        .get(PARTNERS + "?limit=1&after=" + next)
        .then()
        .body("items.id", equalTo(List.of(older)));
  }

  @Test
  void an_application_from_before_country_codes_were_checked_can_be_approved() {
    String application = start(foreigner());
    verified(application, List.of("address_proof", "foreign_tax_id", "foreign_import_license"));
    RunningPostgres.execute(
        "UPDATE partners.onboarding_application SET country = 'QQ' WHERE id = '%s'"
            .formatted(application));
    submit(application).then().statusCode(200);

    String partner =
        decide("manager", application, APPROVE_ABROAD)
            .then()
            .statusCode(200)
            .extract()
            .path("partnerId");

    as("manager").get(PARTNERS + "/" + partner).then().body("code", startsWith("BP-QQ-"));
  }

  @Test
  void a_foreign_company_is_onboarded_with_its_own_papers_and_trades_at_home_and_across_borders() {
    String application = start(foreigner());
    verified(application, List.of("address_proof"));
    submit(application).then().statusCode(200);
    refused(decide("manager", application, APPROVE_ABROAD), 400, "documents-not-verified");
    verified(application, List.of("foreign_tax_id", "foreign_import_license"));

    String partner =
        decide("manager", application, APPROVE_ABROAD)
            .then()
            .statusCode(200)
            .extract()
            .path("partnerId");

    as("manager")
        .get(PARTNERS + "/" + partner)
        .then()
        .body("code", startsWith("BP-BGD-"))
        .body("creditLimit.currency", equalTo("USD"))
        .body("capabilities.domesticBuyHomeCountry", equalTo(true))
        .body("capabilities.importAllowed", equalTo(true))
        .body("capabilities.exportAllowed", equalTo(false))
        .body("capabilities.domesticBuyIndia", equalTo(false));
  }

  @ParameterizedTest
  @CsvSource({
    "broker,",
    "sub_broker,",
    "transporter,",
    "controller,lab_accreditation",
    "financer,nbfc_license",
    "shipping_agent,cha_license"
  })
  void a_service_provider_is_onboarded_with_the_papers_of_its_trade_and_never_trades(
      String type, String paper) {
    String application = start(serviceProvider(type));
    verified(application, PAPERS);
    submit(application).then().statusCode(200);
    if (paper != null) {
      refused(
          decide("manager", application, "{\"decision\": \"approve\"}"),
          400,
          "documents-not-verified");
      verified(application, List.of(paper));
    }
    String partner =
        decide("manager", application, "{\"decision\": \"approve\"}")
            .then()
            .statusCode(200)
            .extract()
            .path("partnerId");

    as("manager")
        .get(PARTNERS + "/" + partner)
        .then()
        .body("identity.serviceProviderType", equalTo(type))
        .body("capabilitiesDetectedFrom", contains("SERVICE_PROVIDER_NO_TRADING"))
        .body("capabilities.domesticSellIndia", equalTo(false));
  }
}
