package com.cottonerp.settings.http;

import static com.cottonerp.settings.testkit.Api.as;
import static com.cottonerp.settings.testkit.Api.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.settings.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class RequestTimeoutTest {
  @Test
  void a_request_that_takes_too_long_is_repeated_with_the_same_key_and_carried_out_once()
      throws SQLException {
    String code = word();
    String key = UUID.randomUUID().toString();
    try (Connection other = RunningPostgres.connection()) {
      other.setAutoCommit(false);
      other.createStatement().execute("LOCK TABLE outbox_event IN ACCESS EXCLUSIVE MODE");

      Response answer = posted(code, key);

      other.rollback();
      answer.then().statusCode(503).header("Retry-After", "1");
      assertThat(answer.jsonPath().getString("type")).endsWith("/request-timeout");
    }
    await().atMost(Duration.ofMinutes(1)).until(() -> posted(code, key).statusCode() == 201);
    assertThat(posted(code, UUID.randomUUID().toString()).statusCode()).isEqualTo(409);
  }

  private static Response posted(String code, String key) {
    return as().header("Idempotency-Key", key)
        .body("{\"kind\": \"trade_type\", \"code\": \"%s\", \"name\": \"Late\"}".formatted(code))
        .post("/api/v1/trade-terms");
  }
}
