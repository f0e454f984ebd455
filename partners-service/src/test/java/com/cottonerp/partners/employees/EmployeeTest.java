package com.cottonerp.partners.employees;

import static com.cottonerp.partners.testkit.Onboarding.PARTNERS;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.asExternal;
import static com.cottonerp.partners.testkit.Onboarding.partner;
import static com.cottonerp.partners.testkit.Onboarding.refused;
import static com.cottonerp.platform.testkit.Answers.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.cottonerp.partners.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class EmployeeTest {
  private String partner;
  private String people;

  @BeforeEach
  void a_partner() {
    partner = partner();
    people = PARTNERS + "/" + partner + "/employees";
  }

  private Response invite(String email) {
    return as("clerk")
        .body("{\"name\": \"M\", \"email\": \"%s\", \"role\": \"employee\"}".formatted(email))
        .post(people);
  }

  private String invited(String email) {
    return created(invite(email));
  }

  @Test
  void two_may_act_for_a_partner_unless_its_limit_says_otherwise() {
    String first = invited("a@acme.example");
    invited("b@acme.example");
    refused(invite("c@acme.example"), 400, "employee-limit-reached");

    activate(first, "first").then().body("status", equalTo("active"));
    as("clerk").post(people + "/" + first + "/deactivation").then().statusCode(200);
    invited("c@acme.example");
    refused(activate(first, "first"), 400, "employee-limit-reached");

    String etag = as("manager").get(PARTNERS + "/" + partner).header("ETag");
    as("manager")
        .header("If-Match", etag)
        .body("{\"maxEmployees\": 3}")
        .put(PARTNERS + "/" + partner + "/employee-limit")
        .then()
        .statusCode(200);
    as("clerk").post(people + "/" + first + "/activation").then().statusCode(200);
  }

  private Response activate(String employee, String subject) {
    return as("clerk")
        .body("{\"subject\": \"%s\"}".formatted(subject))
        .post(people + "/" + employee + "/activation");
  }

  private Response asEmployee(String subject) {
    return asExternal(subject, UUID.fromString(partner)).get(PARTNERS + "/" + partner);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deactivation", "removal"})
  void who_is_an_employee_no_more_is_refused_whatever_their_token_says(String end) {
    String subject = "meera-of-" + partner;
    String employee = invited("meera@acme.example");
    asEmployee(subject).then().statusCode(200);
    activate(employee, subject).then().statusCode(200).body("userId", notNullValue());

    if (end.equals("removal")) {
      as("clerk").delete(people + "/" + employee).then().statusCode(204);
    } else {
      as("clerk").post(people + "/" + employee + "/deactivation").then().statusCode(200);
    }

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> refused(asEmployee(subject), 403, "access-withdrawn"));
    asEmployee("somebody-else").then().statusCode(200);
    asExternal(subject, UUID.fromString(partner())).get("/api/v1/partners").then().statusCode(200);
    assertThat(RunningPostgres.events(partner)).endsWith("4 PartnerEmployeeAccessChanged");
    assertThat(RunningPostgres.published().lastPayloadOf(partner))
        .contains("\"allowed\": false")
        .doesNotContain(subject);
  }

  /** As an earlier version left it: nobody recorded subjects. */
  private String ofBefore(String status) {
    String employee = invited("meera@acme.example");
    RunningPostgres.execute(
        "UPDATE partner_employee SET status = '%s' WHERE id = '%s'".formatted(status, employee));
    return employee;
  }

  private Response deactivate(String employee, String subject) {
    return as("clerk")
        .body("{\"subject\": \"%s\"}".formatted(subject))
        .post(people + "/" + employee + "/deactivation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACTIVE", "INACTIVE"})
  void who_has_acted_under_a_subject_that_nobody_knows_loses_access_with_it_or_is_not_let_go(
      String status) {
    String subject = "meera-of-" + partner;
    String employee = ofBefore(status);

    if (status.equals("ACTIVE")) {
      refused(
          as("clerk").post(people + "/" + employee + "/deactivation"),
          400,
          "employee-without-subject");
    }
    refused(as("clerk").delete(people + "/" + employee), 400, "employee-without-subject");
    deactivate(employee, subject).then().statusCode(200).body("status", equalTo("inactive"));

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> refused(asEmployee(subject), 403, "access-withdrawn"));
    refused(deactivate(employee, subject), 400, "employee-status-stays");
    as("clerk").delete(people + "/" + employee).then().statusCode(204);
  }

  @Test
  void who_is_invited_and_never_came_is_removed_and_comes_in_no_more() {
    String employee = invited("a@acme.example");

    as("clerk").delete(people + "/" + employee).then().statusCode(204);

    refused(activate(employee, "a"), 404, "not-found");
  }

  @Test
  void nobody_is_deactivated_under_the_subject_of_somebody_else() {
    String employee = invited("a@acme.example");
    activate(employee, "a-of-" + partner).then().statusCode(200);

    refused(deactivate(employee, "b-of-" + partner), 409, "other-subject");
    deactivate(employee, "a-of-" + partner).then().statusCode(200);
  }

  @Test
  void nobody_is_activated_before_their_subject_is_known_and_nobody_twice() {
    String employee = invited("a@acme.example");
    refused(
        as("clerk").post(people + "/" + employee + "/activation"), 400, "employee-without-subject");
    activate(employee, "a").then().statusCode(200);
    as("clerk").post(people + "/" + employee + "/deactivation").then().statusCode(200);
    as("clerk").post(people + "/" + employee + "/activation").then().statusCode(200);

    refused(activate(invited("b@acme.example"), " a "), 409, "user-known");
    refused(activate(employee, " "), 422, "invalid-request");
  }

  @Test
  void invitations_at_the_same_moment_do_not_pass_the_limit() {
    long invited =
        IntStream.range(0, 8)
            .parallel()
            .filter(n -> invite("p" + n + "@acme.example").statusCode() == 201)
            .count();

    assertThat(invited).isEqualTo(2);
    as("clerk").get(people).then().body("items", hasSize(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gmail.com",
        "yahoo.com",
        "hotmail.com",
        "outlook.com",
        "rediffmail.com",
        "ymail.com",
        "live.com",
        "aol.com",
        "protonmail.com",
        "zoho.com",
        "icloud.com",
        "mail.com",
        "GMAIL.com"
      })
  void an_address_of_free_mail_is_refused(String domain) {
    refused(invite("m@" + domain), 422, "invalid-request");
  }

  @Test
  void an_address_is_invited_once_until_it_is_removed() {
    String employee = invited("a@acme.example");
    refused(invite("A@acme.example"), 409, "employee-known");

    as("clerk").delete(people + "/" + employee).then().statusCode(204);
    refused(as("clerk").delete(people + "/" + employee), 404, "not-found");
    invited("a@acme.example");
  }

  @ParameterizedTest
  @EnumSource(EmployeeStatus.class)
  void exactly_the_listed_transitions_are_accepted(EmployeeStatus from) {
    Map<EmployeeStatus, Set<EmployeeStatus>> listed =
        Map.of(
            EmployeeStatus.INVITED, Set.of(EmployeeStatus.ACTIVE, EmployeeStatus.DELETED),
            EmployeeStatus.ACTIVE, Set.of(EmployeeStatus.INACTIVE, EmployeeStatus.DELETED),
            EmployeeStatus.INACTIVE, Set.of(EmployeeStatus.ACTIVE, EmployeeStatus.DELETED),
            EmployeeStatus.DELETED, Set.of());

    for (EmployeeStatus next : EmployeeStatus.values()) {
      assertThat(from.mayBecome(next)).isEqualTo(listed.get(from).contains(next));
    }
  }
}
