package com.cottonerp.settings.employeeaccess;

import static com.cottonerp.settings.testkit.Api.as;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.cottonerp.defaults.security.SubjectIds;
import com.cottonerp.eventing.inbox.Inbox;
import com.cottonerp.eventing.testkit.InboxFeed;
import com.cottonerp.platform.testkit.UserTokens;
import com.cottonerp.settings.testkit.RunningPostgres;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class EmployeeAccessTest {
  @Inject Inbox inbox;
  @Inject Vertx vertx;
  @Inject ObjectMapper json;
  @Inject EmployeeAccessProjection projection;

  private final UUID partner = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();
  private final String subject = "meera-" + partner;

  @Test
  void who_acts_for_a_partner_no_more_is_refused_and_comes_in_again_when_they_may() {
    expect(partner, 200);

    changed(1, true);
    expect(partner, 200);
    changed(2, false);
    expect(partner, 403);
    expect(other, 200);
    changed(3, true);
    expect(partner, 200);
  }

  @Test
  void a_partner_whose_first_events_are_gone_begins_with_what_comes() {
    changed(7, false);
    expect(partner, 403);
    changed(8, true);
    expect(partner, 200);
  }

  @Test
  void an_event_that_is_played_again_lets_nobody_in() {
    changed(1, true);
    changed(2, false);
    expect(partner, 403);
    RunningPostgres.execute(
        "DELETE FROM inbox_cursor WHERE aggregate_id = '%s'".formatted(partner));

    changed(1, true);

    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(30))
        .until(() -> status(partner) == 403);
  }

  @Test
  void a_first_event_that_cannot_be_applied_is_waited_for_and_applied_when_it_can_be() {
    RunningPostgres.execute("ALTER TABLE employee_access RENAME TO out_of_order");
    try {
      changed(70, false);
    } finally {
      RunningPostgres.execute("ALTER TABLE out_of_order RENAME TO employee_access");
    }
    changed(71, true);
    expect(partner, 200);

    as("SYSTEM_CONFIGURE")
        .post("/api/v1/inbox/parked/employee-access/" + partner + "/reapplication")
        .then()
        .statusCode(200)
        .body("stillParked", equalTo(0));

    assertThat(
            RunningPostgres.rowsOf(
                "SELECT sequence || ' ' || allowed FROM employee_access WHERE partner_id = '%s'"
                    .formatted(partner)))
        .containsExactly("71 true");
    assertThat(
            RunningPostgres.rowsOf(
                "SELECT last_sequence::text FROM inbox_cursor WHERE aggregate_id = '%s'"
                    .formatted(partner)))
        .containsExactly("71");
    assertThat(
            RunningPostgres.rowsOf(
                "SELECT sequence::text FROM inbox_conflict WHERE aggregate_id = '%s'"
                    .formatted(partner)))
        .as("nothing was overtaken")
        .isEmpty();
    assertThat(
            RunningPostgres.rowsOf(
                "SELECT kind || ' ' || change || ' ' || operation FROM audit_entry WHERE subject = '%s'"
                    .formatted(partner)))
        .containsExactly("Inbox commanded reapplication");
  }

  private void changed(long sequence, boolean allowed) {
    String payload =
        "{\"partnerId\": \"%s\", \"employeeId\": \"%s\", \"userId\": \"%s\", \"allowed\": %s}"
            .formatted(
                partner,
                UUID.randomUUID(),
                SubjectIds.of(RunningPostgres.ISSUER, subject),
                allowed);
    new InboxFeed(inbox, vertx, json, "partners", "settings.partner-events")
        .feed(
            partner, sequence, "PartnerEmployeeAccessChanged", payload.getBytes(UTF_8), projection);
  }

  private void expect(UUID actingFor, int status) {
    await().atMost(Duration.ofMinutes(1)).until(() -> status(actingFor) == status);
  }

  private int status(UUID actingFor) {
    return given()
        .header(
            "Authorization",
            "Bearer "
                + UserTokens.external(subject, Set.of("COMMODITY_READ"), actingFor.toString()))
        .get("/api/v1/commodities")
        .statusCode();
  }
}
