package com.cottonerp.partners;

import static com.cottonerp.partners.testkit.Onboarding.APPLICATIONS;
import static com.cottonerp.partners.testkit.Onboarding.as;
import static com.cottonerp.partners.testkit.Onboarding.asExternal;
import static com.cottonerp.partners.testkit.Onboarding.body;
import static com.cottonerp.partners.testkit.Onboarding.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import com.cottonerp.partners.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An upgrade from a version that knew users by name. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class FormerCallersTest {
  private final String key = UUID.randomUUID().toString();
  private final String body = body();

  @BeforeEach
  void an_upgrade_has_begun() {
    RunningPostgres.execute(
        "INSERT INTO former_callers VALUES (clock_timestamp() + interval '1 hour')");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              String probe = UUID.randomUUID().toString();
              posted(as("applicant"), probe, body());
              return callersOf(probe) == 2;
            });
  }

  @AfterEach
  void the_upgrade_is_over() {
    RunningPostgres.execute("DELETE FROM former_callers");
  }

  @Test
  void what_an_earlier_version_carried_out_under_a_key_is_not_carried_out_again() {
    Response first = posted(as("applicant"), key, body);
    keptBy("applicant");

    Response repeated = posted(as("applicant"), key, body);

    assertThat(repeated.statusCode()).isEqualTo(201);
    assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(repeated.<String>path("id")).isEqualTo(first.path("id"));
    assertThat(posted(as("applicant"), key, body).<String>path("id")).isEqualTo(first.path("id"));
    refused(posted(as("applicant"), key, body()), 422, "idempotency-key-reused");
  }

  @Test
  void an_answer_for_one_partner_is_given_for_no_other() {
    UUID partner = UUID.randomUUID();
    Response first = posted(asExternal("agent", partner), key, body);
    keptBy("agent for " + partner);
    assertThat(posted(asExternal("agent", partner), key, body).<String>path("id"))
        .isEqualTo(first.path("id"));

    keptBy("agent");
    refused(posted(asExternal("agent", partner), key, body), 409, "idempotency-key-of-before");
    refused(
        posted(asExternal("agent", UUID.randomUUID()), key, body),
        409,
        "idempotency-key-of-before");
  }

  @Test
  void what_this_version_carried_out_is_known_to_a_replica_of_the_earlier_one() {
    posted(as("applicant"), key, body).then().statusCode(201);

    assertThat(
            RunningPostgres.rowsOf(
                """
                SELECT status::text FROM http_idempotency_key
                WHERE key = '%s' AND caller = 'applicant' AND body ->> 'id' IS NOT NULL
                """
                    .formatted(key)))
        .containsExactly("201");
  }

  @Test
  void what_a_replica_of_the_earlier_version_is_about_to_carry_out_is_waited_for()
      throws SQLException {
    Response first = posted(as("applicant"), key, body);
    keptBy("moved-away");
    CompletableFuture<Response> repeated;
    try (Connection earlier = RunningPostgres.connection()) {
      earlier.setAutoCommit(false);
      earlier
          .createStatement()
          .execute(
              "UPDATE http_idempotency_key SET caller = 'applicant' WHERE key = '%s'"
                  .formatted(key));
      repeated = CompletableFuture.supplyAsync(() -> posted(as("applicant"), key, body));
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () ->
                  !RunningPostgres.rowsOf(
                          """
                          SELECT query FROM pg_stat_activity
                          WHERE wait_event_type = 'Lock' AND query LIKE '%http_idempotency_key%'
                          """)
                      .isEmpty());
      earlier.commit();
    }

    assertThat(repeated.join().<String>path("id")).isEqualTo(first.path("id"));
  }

  @Test
  void after_the_upgrade_no_name_is_kept_with_a_key() {
    RunningPostgres.execute("DELETE FROM former_callers");

    posted(as("applicant"), key, body).then().statusCode(201);

    assertThat(callersOf(key)).isEqualTo(1);
  }

  @Test
  void the_name_of_an_applicant_opens_its_application_to_nobody() {
    String application = posted(asExternal("mehta", UUID.randomUUID()), key, body).path("id");
    RunningPostgres.execute(
        "UPDATE onboarding_application SET applicant_user_id = 'mehta' WHERE id = '%s'"
            .formatted(application));

    refused(
        asExternal("mehta", UUID.randomUUID()).get(APPLICATIONS + "/" + application),
        403,
        "not-your-application");
    asExternal("mehta", UUID.randomUUID())
        .get(APPLICATIONS + "?limit=100")
        .then()
        .body("items.findAll { it.id == '%s' }".formatted(application), hasSize(0));
    as("clerk").get(APPLICATIONS + "/" + application).then().statusCode(200);
  }

  private static Response posted(RequestSpecification user, String key, String body) {
    return user.header("Idempotency-Key", key).body(body).post(APPLICATIONS);
  }

  /** As if an earlier version had carried it out. */
  private void keptBy(String caller) {
    RunningPostgres.execute(
        """
        DELETE FROM http_idempotency_key kept WHERE key = '%s'
          AND EXISTS (SELECT FROM http_idempotency_key WHERE key = kept.key AND caller > kept.caller);
        UPDATE http_idempotency_key SET caller = '%s' WHERE key = '%s'
        """
            .formatted(key, caller, key));
  }

  private static long callersOf(String key) {
    return RunningPostgres.rowsOf(
            "SELECT caller FROM http_idempotency_key WHERE key = '%s'".formatted(key))
        .size();
  }
}
