package com.cottonerp.tradedesk.posting;

import static com.cottonerp.platform.testkit.Answers.created;
import static com.cottonerp.tradedesk.testkit.Desk.agentOf;
import static com.cottonerp.tradedesk.testkit.Desk.asNobody;
import static com.cottonerp.tradedesk.testkit.Desk.internal;
import static com.cottonerp.tradedesk.testkit.Desk.offer;
import static com.cottonerp.tradedesk.testkit.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.tradedesk.testkit.Market;
import com.cottonerp.tradedesk.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class ActingPartnerTest {
  @Inject Market market;

  @Test
  void an_agent_of_two_partners_gets_no_answer_of_one_under_the_same_key_for_the_other() {
    String body = offer(market.cotton(false), market.rajkot(), "600", "50000.00");
    UUID first = market.partner();
    UUID second = market.partner();
    String key = UUID.randomUUID().toString();

    String ofFirst = posted(agentOf(first), key, body);
    String ofSecond = posted(agentOf(second), key, body);

    assertThat(ofSecond).isNotEqualTo(ofFirst);
    assertThat(posted(agentOf(first), key, body)).isEqualTo(ofFirst);
    assertThat(posted(agentOf(second), key, body)).isEqualTo(ofSecond);
  }

  @Test
  void a_token_of_tomorrow_for_a_century_or_for_something_else_opens_nothing() {
    Instant now = Instant.now();
    Instant tomorrow = now.plus(Duration.ofDays(1));

    internal(now, now.plusSeconds(600), "JWT").get("/api/v1/trades").then().statusCode(200);
    refused(
        internal(tomorrow, tomorrow.plusSeconds(600), "JWT").get("/api/v1/trades"),
        401,
        "not-authenticated");
    refused(
        internal(now, now.plus(Duration.ofDays(36_500)), "JWT").get("/api/v1/trades"),
        401,
        "not-authenticated");
    refused(
        internal(now, now.plusSeconds(600), "logout+jwt").get("/api/v1/trades"),
        401,
        "not-authenticated");
  }

  private static String posted(RequestSpecification user, String key, String body) {
    return created(user.header("Idempotency-Key", key).body(body).post("/api/v1/availabilities"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"42", "", " ", "everybody", "[]", "0198a000-0000-7000-8000"})
  void a_token_whose_partner_cannot_be_read_sees_nothing_whoever_it_is(String partner) {
    for (String userType : new String[] {"INTERNAL", "EXTERNAL"}) {
      refused(asNobody(userType, partner).get("/api/v1/trades"), 401, "unreadable-partner");
      refused(asNobody(userType, partner).get("/api/v1/negotiations"), 401, "unreadable-partner");
    }
  }
}
