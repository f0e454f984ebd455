package com.cottonerp.partners;

import static com.cottonerp.partners.testkit.Onboarding.APPLICATIONS;
import static com.cottonerp.partners.testkit.Onboarding.PAPERS;
import static com.cottonerp.partners.testkit.Onboarding.PARTNERS;
import static com.cottonerp.partners.testkit.Onboarding.asSubject;
import static com.cottonerp.partners.testkit.Onboarding.body;
import static com.cottonerp.partners.testkit.Onboarding.refused;
import static com.cottonerp.partners.testkit.Onboarding.start;
import static com.cottonerp.partners.testkit.Onboarding.submit;
import static com.cottonerp.partners.testkit.Onboarding.verified;
import static com.cottonerp.partners.testkit.Onboarding.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.cottonerp.partners.testkit.RunningPostgres;
import com.cottonerp.platform.testkit.UserTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Users are known by issuer and subject, and their names are nobody's business. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class NamesOfUsersTest {
  private static final String NAME = "dev.director@cotton-erp.example";

  @Test
  void no_event_and_no_answer_has_the_name_of_a_user() {
    String application = start(body());
    verified(application, PAPERS);
    submit(application);

    String partner =
        asSubject("24001", NAME)
            .body("{\"decision\": \"approve\"}")
            .post(APPLICATIONS + "/" + application + "/decision")
            .then()
            .statusCode(200)
            .extract()
            .path("partnerId");

    assertThat(
            RunningPostgres.rowsOf(
                "SELECT payload::text || metadata::text FROM outbox_event WHERE aggregate_id = '%s'"
                    .formatted(partner)))
        .isNotEmpty()
        .allSatisfy(
            event -> assertThat(event).doesNotContain("dev.director").doesNotContain("24001"));
    assertThat(asSubject("24001", NAME).get(PARTNERS + "/" + partner).asString())
        .contains("approvedBy")
        .doesNotContain("dev.director")
        .doesNotContain("24001");
  }

  @Test
  void an_application_of_before_ids_were_opaque_is_opened_to_nobody_by_its_name() {
    String application = start(body());
    RunningPostgres.execute(
        "UPDATE onboarding_application SET applicant_user_id = 'asha' WHERE id = '%s'"
            .formatted(application));

    refused(as("7", "asha").get(APPLICATIONS + "/" + application), 403, "not-your-application");
    refused(as("8", "somebody").get(APPLICATIONS + "/" + application), 403, "not-your-application");
  }

  @Test
  void a_name_that_is_the_id_of_somebody_else_opens_nothing_of_theirs() {
    String application =
        as("9", "asha").body(body()).post(APPLICATIONS).then().statusCode(201).extract().path("id");
    String id =
        RunningPostgres.rowsOf(
                "SELECT applicant_user_id FROM onboarding_application WHERE id = '%s'"
                    .formatted(application))
            .get(0);

    refused(as("10", id).get(APPLICATIONS + "/" + application), 403, "not-your-application");
    as("9", "renamed")
        .get(APPLICATIONS + "/" + application)
        .then()
        .statusCode(200)
        .body("id", equalTo(application));
  }

  @Test
  void a_token_that_names_no_subject_is_refused() {
    String token =
        Jwt.issuer(RunningPostgres.ISSUER)
            .upn("asha")
            .groups("PARTNER_READ")
            .claim("user_type", "INTERNAL")
            .expiresIn(600)
            .sign();

    assertThat(withToken(token).get(PARTNERS).statusCode()).isEqualTo(401);
  }

  private static RequestSpecification as(String subject, String name) {
    return withToken(
        UserTokens.of(
            subject,
            "EXTERNAL",
            Set.of("PARTNER_CREATE", "PARTNER_READ"),
            Map.of("upn", name, "partner_id", UUID.randomUUID().toString())));
  }
}
