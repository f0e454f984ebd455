package com.cottonerp.tradedesk.posting;

import static com.cottonerp.tradedesk.testkit.Desk.activeOffer;
import static com.cottonerp.tradedesk.testkit.Desk.as;
import static com.cottonerp.tradedesk.testkit.Desk.matchOf;
import static com.cottonerp.tradedesk.testkit.Desk.matchesOf;
import static com.cottonerp.tradedesk.testkit.Desk.offer;
import static com.cottonerp.tradedesk.testkit.Desk.operator;
import static com.cottonerp.tradedesk.testkit.Desk.posted;
import static com.cottonerp.tradedesk.testkit.Desk.refused;
import static com.cottonerp.tradedesk.testkit.Desk.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.tradedesk.testkit.Market;
import com.cottonerp.tradedesk.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is decided by read models while one of them is being filled: nothing. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class IncompleteReadModelsTest {
  private static final String STANDINGS = "/api/v1/read-models/partner-standings";

  @Inject Market market;

  @Test
  void nobody_posts_while_standings_are_rebuilt_until_they_are_whole_or_taken_as_such() {
    UUID seller = market.partner();
    String body = offer(market.cotton(false), market.rajkot(), "600", "50000.00");
    long events = RunningPostgres.published().count();

    operator().post(STANDINGS + "/rebuild").then().statusCode(202);

    try {
      refused(as(seller).body(body).post("/api/v1/availabilities"), 503, "not-ready")
          .then()
          .header("Retry-After", "1");
      assertThat(RunningPostgres.published().count()).isEqualTo(events);
      assertThat(rebuilding("partner-standings")).isTrue();
    } finally {
      operator().post(STANDINGS + "/accept").then().statusCode(204);
    }

    assertThat(rebuilding("partner-standings")).isFalse();
    as(seller).body(body).post("/api/v1/availabilities").then().statusCode(201);
  }

  @Test
  void posts_are_matched_once_the_directory_is_whole_again() {
    UUID cotton = market.cotton(false);
    UUID place = market.rajkot();
    UUID buyer = market.partner();
    activeOffer(market, market.partner(), offer(cotton, place, "600", "50000.00"));
    UUID requirement = posted(buyer, "requirements", wish(cotton, place, "100", "500", "52000.00"));
    RunningPostgres.beginRebuild("commodity-catalog");
    try {
      market.judge("REQUIREMENT", requirement, "PASS", "100", "NOT_RATED");

      await().atMost(Duration.ofMinutes(1)).until(() -> !attemptsOf(requirement).isEmpty());
      assertThat(matchesOf(buyer, requirement)).isEmpty();
    } finally {
      RunningPostgres.finishRebuild("commodity-catalog");
    }

    assertThat(matchOf(buyer, requirement)).isNotNull();
  }

  private static List<String> attemptsOf(UUID post) {
    return RunningPostgres.rowsOf(
        "SELECT attempts FROM match_request WHERE attempts > 0 AND post_id = '%s'".formatted(post));
  }

  private static boolean rebuilding(String readModel) {
    return operator()
        .get("/api/v1/read-models")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getBoolean("items.find { it.name == '%s' }.rebuilding".formatted(readModel));
  }
}
