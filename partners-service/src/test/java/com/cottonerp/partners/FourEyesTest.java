package com.cottonerp.partners;

import static com.cottonerp.partners.testkit.Onboarding.APPLICATIONS;
import static com.cottonerp.partners.testkit.Onboarding.PAPERS;
import static com.cottonerp.partners.testkit.Onboarding.PARTNERS;
import static com.cottonerp.partners.testkit.Onboarding.amendment;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.asSubject;
import static com.cottonerp.partners.testkit.Onboarding.body;
import static com.cottonerp.partners.testkit.Onboarding.decide;
import static com.cottonerp.partners.testkit.Onboarding.higherLimit;
import static com.cottonerp.partners.testkit.Onboarding.limitRaised;
import static com.cottonerp.partners.testkit.Onboarding.partner;
import static com.cottonerp.partners.testkit.Onboarding.refused;
import static com.cottonerp.partners.testkit.Onboarding.start;
import static com.cottonerp.partners.testkit.Onboarding.submit;
import static com.cottonerp.partners.testkit.Onboarding.upload;
import static com.cottonerp.partners.testkit.Onboarding.verified;
import static com.cottonerp.partners.testkit.Onboarding.verifiedDocument;
import static com.cottonerp.platform.testkit.Answers.created;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.cottonerp.partners.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody decides on what they made, changed, uploaded or verified, whatever their permissions. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class FourEyesTest {
  private static final String APPROVE = "{\"decision\": \"approve\"}";
  private static final String VERIFY = "{\"decision\": \"verify\"}";
  private static final String FAILED = "{\"outcome\": \"failed\", \"notes\": \"no papers\"}";

  @Test
  void who_started_changed_or_submitted_an_application_or_verified_its_papers_does_not_decide() {
    String application = start(body());
    as("editor")
        .header("If-Match", as("clerk").get(APPLICATIONS + "/" + application).header("ETag"))
        .body(body())
        .put(APPLICATIONS + "/" + application)
        .then()
        .statusCode(200);
    verified(application, PAPERS);
    as("submitter").post(APPLICATIONS + "/" + application + "/submission").then().statusCode(200);

    for (String user : List.of("applicant", "editor", "checker", "submitter")) {
      for (String decision :
          List.of(
              APPROVE,
              "{\"decision\": \"reject\", \"notes\": \"no\"}",
              "{\"decision\": \"request_info\", \"notes\": \"more\"}")) {
        refused(decide(user, application, decision), 403, "somebody-else-decides");
      }
    }
    decide("manager", application, APPROVE).then().statusCode(200);
  }

  @Test
  void who_uploaded_a_document_neither_verifies_it_nor_decides_on_the_application() {
    String application = start(body());
    String document = uploaded("clerk", APPLICATIONS + "/" + application, "address_proof");
    verified(application, PAPERS);
    submit(application).then().statusCode(200);

    refused(
        review("clerk", APPLICATIONS + "/" + application, document), 403, "somebody-else-decides");
    refused(
        review("applicant", APPLICATIONS + "/" + application, document),
        403,
        "somebody-else-decides");
    refused(decide("clerk", application, APPROVE), 403, "somebody-else-decides");
    review("manager", APPLICATIONS + "/" + application, document).then().statusCode(200);
  }

  @Test
  void who_uploaded_a_document_of_a_partner_does_not_verify_it() {
    String partner = partner();
    String document = uploaded("clerk", PARTNERS + "/" + partner, "iec");

    refused(review("clerk", PARTNERS + "/" + partner, document), 403, "somebody-else-decides");
    review("manager", PARTNERS + "/" + partner, document).then().statusCode(200);
  }

  @Test
  void nobody_renews_a_kyc_alone() {
    String partner = partner();
    String document = verifiedDocument(partner, "address_proof", VERIFY);
    String renewals = PARTNERS + "/" + partner + "/kyc-renewals/";
    String renewal =
        as("clerk")
            .body("{\"type\": \"annual\"}")
            .post(renewals)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String passed = "{\"outcome\": \"passed\", \"documentIds\": [\"%s\"]}".formatted(document);

    for (String user : List.of("clerk", "checker", "applicant")) {
      refused(
          as(user).body(passed).post(renewals + renewal + "/completion"),
          403,
          "somebody-else-decides");
    }
    refused(
        as("clerk").body(FAILED).post(renewals + renewal + "/completion"),
        403,
        "somebody-else-decides");
    as("manager").body(passed).post(renewals + renewal + "/completion").then().statusCode(200);
  }

  @Test
  void who_uploaded_or_verified_the_proof_of_a_change_does_not_decide_on_it() {
    String partner = partner();
    String proof = uploaded("dora", PARTNERS + "/" + partner, "cancelled_cheque");
    review("vera", PARTNERS + "/" + partner, proof).then().statusCode(200);
    String asked =
        amendment(
            "carl",
            partner,
            "change_bank",
            """
            {"bank": {"accountName": "Acme", "bankName": "ICICI Bank", "accountNumber": "601000987654",
             "routingCode": "ICIC0004321"}}
            """);
    String decision = PARTNERS + "/" + partner + "/amendments/" + asked + "/decision";

    for (String user : List.of("carl", "dora", "vera")) {
      refused(
          as(user, "PARTNER_APPROVE", "PARTNER_APPROVE_DIRECTOR").body(APPROVE).post(decision),
          403,
          "somebody-else-decides");
    }
    director().body(APPROVE).post(decision).then().statusCode(200);
  }

  @Test
  void a_user_is_the_same_under_another_name() {
    String partner = partner();
    String amendment = amendment("asha", partner, "increase_credit_limit", higherLimit("1000"));

    refused(
        asSubject("asha", "asha-renamed")
            .body(APPROVE)
            .post(PARTNERS + "/" + partner + "/amendments/" + amendment + "/decision"),
        403,
        "somebody-else-decides");
  }

  @Test
  void what_a_replica_of_an_earlier_version_wrote_by_name_counts_for_its_user() {
    String application = start(body());
    verified(application, PAPERS);
    submit(application).then().statusCode(200);
    RunningPostgres.execute(
        """
        UPDATE onboarding_application SET applicant_user_id = 'anna', editors = '{"users": ["erik"]}' WHERE id = '%1$s';
        UPDATE application_document SET uploaded_by = 'ulla' WHERE application_id = '%1$s';
        UPDATE application_document SET reviewed_by = 'vera' WHERE application_id = '%1$s'
        """
            .formatted(application));
    for (String user : List.of("anna", "erik", "ulla", "vera")) {
      refused(decide(user, application, APPROVE), 403, "somebody-else-decides");
    }
    String partner =
        decide("manager", application, APPROVE).then().statusCode(200).extract().path("partnerId");

    String asked = amendment("carl", partner, "increase_credit_limit", higherLimit("1000"));
    RunningPostgres.execute(
        "UPDATE partner_amendment SET requested_by = 'asha' WHERE id = '%s'".formatted(asked));
    refused(
        as("asha")
            .body(APPROVE)
            .post(PARTNERS + "/" + partner + "/amendments/" + asked + "/decision"),
        403,
        "somebody-else-decides");
  }

  @Test
  void a_replica_of_an_earlier_version_decides_on_nothing_in_which_somebody_has_a_part_by_id() {
    String application = start(body());
    verified(application, PAPERS);
    submit(application).then().statusCode(200);
    String partner = partner();
    String asked = amendment("carl", partner, "increase_credit_limit", higherLimit("1000"));
    String document = uploaded("clerk", PARTNERS + "/" + partner, "iec");

    refusedByName(
        "UPDATE onboarding_application SET decided_by = 'anna' WHERE id = '%s'", application);
    refusedByName("UPDATE partner_amendment SET decided_by = 'carl' WHERE id = '%s'", asked);
    refusedByName(
        "UPDATE application_document SET reviewed_by = 'clerk' WHERE id = '%s'", document);
    String byName =
        "UPDATE onboarding_application SET applicant_user_id = 'anna', editors = NULL WHERE id ="
            + " '%s'";
    RunningPostgres.execute(byName.formatted(application));
    refusedByName(
        "UPDATE onboarding_application SET decided_by = 'anna' WHERE id = '%s'", application);
    RunningPostgres.execute(
        """
        UPDATE application_document SET uploaded_by = NULL WHERE application_id = '%1$s';
        UPDATE application_document SET reviewed_by = 'vera' WHERE application_id = '%1$s'
        """
            .formatted(application));
    RunningPostgres.execute(
        "UPDATE onboarding_application SET decided_by = 'boss' WHERE id = '%s'"
            .formatted(application));
  }

  private static void refusedByName(String sql, String id) {
    assertThatThrownBy(() -> RunningPostgres.execute(sql.formatted(id)))
        .hasMessageContaining("a program of the next version decides");
  }

  @ParameterizedTest
  @CsvSource({
    "gst_certificate, PARTNER_VERIFY_GST",
    "pan_card, PARTNER_VERIFY_GST",
    "bank_proof, PARTNER_MANAGE_BANK_ACCOUNTS",
    "cancelled_cheque, PARTNER_MANAGE_BANK_ACCOUNTS",
    "address_proof, PARTNER_APPROVE"
  })
  void the_kind_of_document_says_which_permission_its_review_needs(String kind, String needed) {
    String application = start(body());
    String document = created(upload(application, kind));
    String path = APPLICATIONS + "/" + application + "/documents/" + document + "/verification";

    for (String other :
        List.of("PARTNER_VERIFY_GST", "PARTNER_MANAGE_BANK_ACCOUNTS", "PARTNER_APPROVE")) {
      if (!other.equals(needed)) {
        refused(as("checker", other).body(VERIFY).post(path), 403, "other-permission-needed");
      }
    }
    as("checker", needed).body(VERIFY).post(path).then().statusCode(200);
  }

  @Test
  void nobody_grants_a_credit_limit_above_their_tier_however_it_comes_about() {
    String application = start(body());
    verified(application, PAPERS);
    submit(application);
    refused(
        decide("manager", application, approval("10000000.01")), 403, "credit-limit-is-directors");
    refused(
        director().body(approval("999999999999.00")).post(decisionOf(application)),
        400,
        "credit-limit-too-high");
    String partner =
        director()
            .body(approval("10000000.01"))
            .post(decisionOf(application))
            .then()
            .statusCode(200)
            .extract()
            .path("partnerId");

    refused(
        as("clerk")
            .body(
                "{\"type\": \"increase_credit_limit\", \"reason\": \"more\", \"proposed\": %s}"
                    .formatted(higherLimit("999999999999")))
            .post(PARTNERS + "/" + partner + "/amendments"),
        400,
        "credit-limit-too-high");
    String amendment =
        PARTNERS
            + "/"
            + partner
            + "/amendments/"
            + amendment("clerk", partner, "increase_credit_limit", higherLimit("20000000"))
            + "/decision";
    refused(as("manager").body(APPROVE).post(amendment), 403, "credit-limit-is-directors");
    director().body(APPROVE).post(amendment).then().statusCode(200);
    as("manager")
        .get(PARTNERS + "/" + partner)
        .then()
        .body("creditLimit.amount", equalTo("20000000.00"));
  }

  @Test
  void nobody_raises_a_credit_limit_alone() {
    String partner = partner();
    limitRaised(partner, "5000000.00");

    refused(
        as("manager")
            .body(
                "{\"creditLimit\": {\"amount\": \"5000000.01\", \"currency\": \"INR\"}, \"reason\":"
                    + " \"x\"}")
            .post(PARTNERS + "/" + partner + "/credit-limit"),
        400,
        "credit-limit-raised");
  }

  private static RequestSpecification director() {
    return as("director", "PARTNER_APPROVE", "PARTNER_APPROVE_DIRECTOR");
  }

  private static String decisionOf(String application) {
    return APPLICATIONS + "/" + application + "/decision";
  }

  private static String approval(String limit) {
    return "{\"decision\": \"approve\", \"creditLimit\": {\"amount\": \"%s\", \"currency\": \"INR\"}}"
        .formatted(limit);
  }

  private static Response review(String user, String of, String document) {
    return as(user).body(VERIFY).post(of + "/documents/" + document + "/verification");
  }

  private static String uploaded(String user, String of, String type) {
    return created(
        as(user)
            .contentType(ContentType.MULTIPART)
            .multiPart("documentType", type)
            .multiPart("file", type + ".txt", "some text".getBytes(UTF_8), "text/plain")
            .post(of + "/documents"));
  }
}
