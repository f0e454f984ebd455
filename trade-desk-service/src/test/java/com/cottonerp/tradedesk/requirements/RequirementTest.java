package com.cottonerp.tradedesk.requirements;

import static com.cottonerp.tradedesk.testkit.Desk.activeWish;
import static com.cottonerp.tradedesk.testkit.Desk.as;
import static com.cottonerp.tradedesk.testkit.Desk.posted;
import static com.cottonerp.tradedesk.testkit.Desk.refused;
import static com.cottonerp.tradedesk.testkit.Desk.statusOf;
import static com.cottonerp.tradedesk.testkit.Desk.wish;
import static com.cottonerp.tradedesk.testkit.RunningPostgres.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.contracts.partners.v1.PartnerSuspended;
import com.cottonerp.tradedesk.testkit.Market;
import com.cottonerp.tradedesk.testkit.RunningPostgres;
import com.cottonerp.tradedesk.testkit.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class RequirementTest {
  private static final String REQUIREMENTS = "/api/v1/requirements";

  @Inject Market market;
  @Inject TestClock clock;

  @AfterEach
  void itIsNow() {
    clock.reset();
  }

  @Test
  void a_requirement_has_a_number_waits_for_risk_and_is_then_wanted() {
    UUID buyer = market.partner();
    UUID id = activeWish(market, buyer, cotton());

    Response wish = as(buyer).get(REQUIREMENTS + "/" + id);
    assertThat(wish.jsonPath().getString("number")).matches("REQ-\\d{4}-\\d{6}");
    assertThat(wish.jsonPath().getString("status")).isEqualTo("active");
    assertThat(events(id.toString()))
        .containsExactly("1 RequirementCreated", "2 RequirementPublished");
  }

  @Test
  void one_that_is_not_to_be_published_becomes_a_draft_until_it_is() {
    UUID buyer = market.partner();
    UUID id =
        activeWish(
            market, buyer, cotton().replace("\"quality\"", "\"publish\": false, \"quality\""));

    assertThat(statusOf(buyer, "requirements/" + id)).isEqualTo("draft");
    as(buyer).post(REQUIREMENTS + "/" + id + "/publication").then().statusCode(200);
    assertThat(statusOf(buyer, "requirements/" + id)).isEqualTo("active");
    refused(as(buyer).post(REQUIREMENTS + "/" + id + "/publication"), 400, "requirement-not-draft");
    assertThat(events(id.toString()))
        .containsExactly("1 RequirementCreated", "2 RequirementPublished");
  }

  @Test
  void one_that_risk_refuses_is_blocked_even_after_it_was_active() {
    UUID buyer = market.partner();
    UUID id = activeWish(market, buyer, cotton());

    market.judge("REQUIREMENT", id, "FAIL", "40", "OVER_LIMIT");

    assertThat(statusOf(buyer, "requirements/" + id)).isEqualTo("blocked");
  }

  @Test
  void the_same_wish_of_the_same_day_is_a_duplicate() {
    UUID buyer = market.partner();
    String body = cotton();
    UUID id = activeWish(market, buyer, body);

    refused(as(buyer).body(body).post(REQUIREMENTS), 409, "duplicate-order");
    as(buyer)
        .body("{\"reason\": \"bought elsewhere\"}")
        .post(REQUIREMENTS + "/" + id + "/cancellation")
        .then()
        .statusCode(200);

    posted(buyer, "requirements", body);
  }

  @Test
  void what_does_not_make_sense_is_told_where_it_is() {
    UUID buyer = market.partner();
    String body = cotton();
    long before = RunningPostgres.published().count();

    for (String broken :
        List.of(
            body.replace("\"maxQuantity\": \"600\"", "\"maxQuantity\": \"50\""),
            body.replace("\"quality\"", "\"preferredQuantity\": \"700\", \"quality\""),
            body.replace("\"quality\"", "\"preferredPrice\": \"60000.00\", \"quality\""),
            body.replace("\"max\": \"30\"", "\"max\": \"27\""),
            body.replace("\"preferred\": \"29\"", "\"preferred\": \"31\""),
            body.replace(
                "\"name\": \"Staple Length\", \"min\": \"28\", \"max\": \"30\", \"preferred\": \"29\"",
                "\"name\": \"Color Grade\", \"accepted\": [\"pink\"]"),
            body.replace(
                "\"name\": \"Staple Length\", \"min\": \"28\", \"max\": \"30\", \"preferred\": \"29\"",
                "\"name\": \"Staple Length\""))) {
      Response answer = as(buyer).body(broken).post(REQUIREMENTS);
      refused(answer, 422, "invalid-request");
    }
    assertThat(RunningPostgres.published().count()).isEqualTo(before);
  }

  @Test
  void one_whose_time_is_over_expires() {
    UUID buyer = market.partner();
    UUID id = activeWish(market, buyer, cotton());

    clock.goAhead(Duration.ofDays(31));

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> statusOf(buyer, "requirements/" + id).equals("expired"));
  }

  @Test
  void suspending_a_buyer_blocks_what_it_wants() {
    UUID buyer = market.partner();
    UUID id = activeWish(market, buyer, cotton());

    market.partnerEvent(buyer, new PartnerSuspended(buyer, "papers"));

    assertThat(statusOf(buyer, "requirements/" + id)).isEqualTo("blocked");
  }

  @Test
  void others_never_see_the_budget() {
    UUID buyer = market.partner();
    UUID seller = market.partner();
    UUID open = activeWish(market, buyer, cotton());
    UUID restrictedToNobody =
        activeWish(
            market,
            buyer,
            cotton().replace("\"quality\"", "\"visibility\": \"restricted\", \"quality\""));

    Response seen = as(seller).get(REQUIREMENTS + "/" + open);
    assertThat(seen.statusCode()).isEqualTo(200);
    assertThat(seen.jsonPath().getString("maxPrice")).isNull();
    refused(as(seller).get(REQUIREMENTS + "/" + restrictedToNobody), 404, "not-found");
  }

  @Test
  void a_changed_requirement_waits_for_risk_again() {
    UUID buyer = market.partner();
    String body = cotton();
    UUID id = activeWish(market, buyer, body);
    String tag = as(buyer).get(REQUIREMENTS + "/" + id).header("ETag");

    as(buyer)
        .header("If-Match", tag)
        .body(body.replace("52000.00", "53000.00"))
        .put(REQUIREMENTS + "/" + id)
        .then()
        .statusCode(200);

    assertThat(statusOf(buyer, "requirements/" + id)).isEqualTo("pending_risk");
    market.judge("REQUIREMENT", id, "PASS", "100", "NOT_RATED");
    assertThat(statusOf(buyer, "requirements/" + id)).isEqualTo("active");
  }

  private String cotton() {
    return wish(market.cotton(true), market.rajkot(), "100", "600", "52000.00");
  }
}
