package com.cottonerp.settings.http;

import static com.cottonerp.settings.testkit.Api.as;
import static com.cottonerp.settings.testkit.Api.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.eventing.testkit.LogLines;
import com.cottonerp.settings.testkit.RefusingPostgres;
import com.cottonerp.settings.testkit.RefusingPostgres.Refusal;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that refuses every login is an outage, not a fault of the request. */
@QuarkusTest
@QuarkusTestResource(value = RefusingPostgres.class, restrictToAnnotatedClass = true)
class RefusingDatabaseTest {
  private static final String PROBLEMS = "https://problems.cotton-erp.example/";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @AfterEach
  void letIn() {
    RefusingPostgres.letIn();
  }

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void whoever_asks_is_told_to_come_again_and_is_served_when_the_database_lets_the_service_in(
      Refusal refusal) {
    RefusingPostgres.refuse(refusal);

    try (LogLines log = LogLines.of("com.cottonerp.defaults.problem")) {
      if (refusal.isForReaders()) {
        assertTemporary(read());
      }
      assertTemporary(written());

      assertThat(log.messages())
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).contains("To do:").doesNotContain("\n"));
      assertThat(log.stackTraces()).isZero();
    }

    RefusingPostgres.letIn();
    await().atMost(PATIENCE).until(() -> read().statusCode() == 200);
    assertThat(written().statusCode()).isEqualTo(201);
  }

  @Test
  void whoever_waits_too_long_for_others_is_told_to_come_again() throws SQLException {
    Connection others = RefusingPostgres.lock("settings.trade_term");
    try (LogLines log = LogLines.of("com.cottonerp.defaults.problem")) {
      // The time limits of the lock and of the request are equal, so either may end first.
      assertToComeAgain(written(), "busy", "request-timeout");
      others.close();

      assertThat(written().statusCode()).isEqualTo(201);
      assertThat(log.stackTraces()).isZero();
    } finally {
      others.close();
    }
  }

  private static void assertTemporary(Response answer) {
    assertToComeAgain(answer, "temporarily-unavailable");
  }

  private static void assertToComeAgain(Response answer, String... types) {
    answer
        .then()
        .statusCode(503)
        .header("Retry-After", "1")
        .contentType("application/problem+json");
    assertThat(answer.jsonPath().getString("type"))
        .isIn(Stream.of(types).map(type -> PROBLEMS + type).toArray());
  }

  private static Response read() {
    return as().get("/api/v1/trade-terms");
  }

  private static Response written() {
    return as().header("Idempotency-Key", UUID.randomUUID().toString())
        .body(
            "{\"kind\": \"trade_type\", \"code\": \"%1$s\", \"name\": \"%1$s\"}".formatted(word()))
        .post("/api/v1/trade-terms");
  }
}
