package com.cottonerp.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.contracts.partners.v1.PartnerCreditLimitChanged;
import com.cottonerp.contracts.trade.v1.MatchExpired;
import com.cottonerp.contracts.trade.v1.MatchProposed;
import com.cottonerp.contracts.trade.v1.RequirementCreated;
import com.cottonerp.risk.testkit.Heard;
import com.cottonerp.risk.testkit.InternalUser;
import com.cottonerp.risk.testkit.Posts;
import com.cottonerp.risk.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class RiskServiceTest {
  @Inject Heard heard;

  @Test
  void a_post_is_judged_once_with_all_that_it_rests_on() {
    UUID buyer = partner("1000000.00");
    UUID wish = UUID.randomUUID();

    heard.fromTradeDesk(wish, wanted(wish, buyer, "900000.00"));

    JsonPath judged = assessments(wish);
    assertThat(judged.getString("items[0].status")).isEqualTo("PASS");
    assertThat(judged.getString("items[0].score")).isEqualTo("80.00");
    assertThat(judged.getList("items[0].factors.code")).contains("LITTLE_HEADROOM");
    assertThat(judged.getString("items[0].inputs.post.limit")).isEqualTo("1000000.00");
    assertThat(RunningPostgres.published().count()).isPositive();
  }

  @Test
  void a_post_of_somebody_unknown_waits_until_the_partner_is_known() {
    UUID buyer = UUID.randomUUID();
    UUID wish = UUID.randomUUID();

    heard.fromTradeDesk(wish, wanted(wish, buyer, "100.00"));
    assertThat(assessments(wish).getList("items")).isEmpty();
    heard.partner(buyer, "1000000.00", "phone-" + buyer);

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> assessments(wish).getList("items").size() == 1);
  }

  @Test
  void nobody_is_judged_by_positions_that_are_being_filled() {
    UUID buyer = partner("1000.00");
    UUID wish = UUID.randomUUID();
    RunningPostgres.beginRebuild("positions");
    try {
      heard.fromTradeDesk(wish, wanted(wish, buyer, "100.00"));
      heard.tradeOf(buyer, "950.00");

      assertThat(assessments(wish).getList("items")).isEmpty();
      assertThat(exposure(buyer).getString("level")).isEqualTo("GREEN");
      assertThat(whatIf(buyer, "1.00").statusCode()).isEqualTo(503);
    } finally {
      RunningPostgres.finishRebuild("positions");
    }

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> "RED".equals(exposure(buyer).getString("level")));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> assessments(wish).getList("items").size() == 1);
    assertThat(assessments(wish).getString("items[0].inputs.post.exposure")).isEqualTo("950.00");
  }

  private static Response whatIf(UUID buyer, String value) {
    return internal()
        .body(
            """
            {"partnerId": "%s", "side": "BUY", "commodityId": "%s", "value": {"amount": "%s", "currency": "INR"}}
            """
                .formatted(buyer, UUID.randomUUID(), value))
        .post("/api/v1/assessments");
  }

  @Test
  void what_if_stores_and_publishes_nothing() {
    UUID buyer = partner("1000000.00");
    long before = RunningPostgres.published().count();

    JsonPath judged = whatIf(buyer, "1000000.01").then().statusCode(200).extract().jsonPath();

    assertThat(judged.getInt("score")).isEqualTo(60);
    assertThat(RunningPostgres.published().count()).isEqualTo(before);
  }

  @Test
  void the_level_is_published_when_it_changes_and_only_then() {
    UUID partner = partner("1000.00");
    heard.tradeOf(partner, "400.00");
    heard.tradeOf(partner, "50.00");
    UUID big = heard.tradeOf(partner, "480.00");
    assertThat(exposure(partner).getString("level")).isEqualTo("RED");
    assertThat(exposure(partner).getString("utilisation")).isEqualTo("93.0");
    heard.settled(big, partner);

    assertThat(exposure(partner).getString("level")).isEqualTo("GREEN");
    assertThat(RunningPostgres.events(partner.toString()))
        .filteredOn(name -> name.contains("ExposureLevelChanged"))
        .hasSize(2);
  }

  @Test
  void a_raised_limit_brings_a_partner_out_of_red() {
    UUID partner = partner("1000.00");
    heard.tradeOf(partner, "1500.00");
    assertThat(exposure(partner).getString("utilisation")).isEqualTo("150.0");

    heard.fromPartners(
        partner,
        new PartnerCreditLimitChanged(
            partner, Heard.inr("1000.00"), Heard.inr("10000.00"), "a good season"));

    assertThat(exposure(partner).getString("level")).isEqualTo("GREEN");
  }

  @Test
  void of_many_trades_at_once_every_one_is_counted() throws Exception {
    UUID partner = partner("1000.00");
    ExecutorService senders = Executors.newFixedThreadPool(8);
    List<Future<?>> trades = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        trades.add(senders.submit(() -> heard.tradeOf(partner, "10.00")));
      }
      for (Future<?> trade : trades) {
        trade.get();
      }
    } finally {
      senders.shutdown();
    }

    assertThat(exposure(partner).getString("exposure.amount")).isEqualTo("200.00");
  }

  @Test
  void many_positions_that_close_at_once_all_close() throws Exception {
    UUID partner = partner("1000000.00");
    List<UUID> open = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      open.add(heard.tradeOf(partner, "10.00"));
    }
    ExecutorService senders = Executors.newFixedThreadPool(8);
    List<Future<?>> closings = new ArrayList<>();
    try {
      open.forEach(
          position -> closings.add(senders.submit(() -> heard.settled(position, partner))));
      for (Future<?> closing : closings) {
        closing.get();
      }
    } finally {
      senders.shutdown();
    }

    assertThat(new BigDecimal(exposure(partner).getString("exposure.amount"))).isZero();
  }

  @Test
  void a_shared_phone_is_told_once_for_the_pair() {
    String phone = "phone-" + UUID.randomUUID();
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    heard.partner(first, "1000.00", phone);
    heard.partner(second, "1000.00", phone);

    assertThat(RunningPostgres.events(second.toString()))
        .filteredOn(name -> name.contains("PartyLinkDetected"))
        .hasSize(1);
    assertThat(RunningPostgres.events(first.toString()))
        .noneMatch(name -> name.contains("PartyLinkDetected"));
  }

  @Test
  void a_pair_is_judged_by_both_sides_and_what_links_them() {
    String phone = "phone-" + UUID.randomUUID();
    UUID buyer = UUID.randomUUID();
    UUID seller = UUID.randomUUID();
    heard.partner(buyer, "1000000.00", phone);
    heard.partner(seller, "1000000.00", phone);
    UUID match = UUID.randomUUID();

    heard.fromTradeDesk(match, proposed(match, buyer, seller));

    JsonPath judged = assessments(match);
    assertThat(judged.getString("items[0].status")).isEqualTo("WARN");
    assertThat(judged.getList("items[0].factors.code")).contains("SAME_PHONE");
    assertThat(judged.getString("items[0].inputs.pair.seller.partnerId"))
        .isEqualTo(seller.toString());
    assertThat(judged.getString("items[0].inputs.pair.buyer.value")).isEqualTo("1200.00");
    assertThat(judged.getInt("items[0].subjectSequence")).isEqualTo(1);
  }

  @Test
  void an_open_pair_is_judged_anew_when_a_party_owes_more_and_told_when_the_answer_is_another() {
    UUID buyer = partner("1000000.00");
    UUID seller = partner("1000000.00");
    UUID match = UUID.randomUUID();
    heard.fromTradeDesk(match, proposed(match, buyer, seller));
    assertThat(assessments(match).getList("items.status")).containsExactly("PASS");

    heard.tradeOf(seller, "1000.00");
    assertThat(assessments(match).getList("items.status")).containsExactly("PASS");

    heard.tradeOf(buyer, "999000.00");
    assertThat(assessments(match).getList("items.status")).containsExactly("PASS", "WARN");
    assertThat(assessments(match).getList("items.subjectSequence")).containsExactly(1, 1);

    heard.fromTradeDesk(
        match, new MatchExpired(match, UUID.randomUUID(), UUID.randomUUID(), buyer, seller));
    heard.fromPartners(
        buyer,
        new PartnerCreditLimitChanged(buyer, Heard.inr("1.00"), Heard.inr("9000000.00"), "more"));
    assertThat(assessments(match).getList("items.status")).hasSize(2);
  }

  private UUID partner(String limit) {
    UUID id = UUID.randomUUID();
    heard.partner(id, limit, "phone-" + id);
    return id;
  }

  private static RequirementCreated wanted(UUID id, UUID buyer, String value) {
    return Posts.wanted(id, buyer, Heard.inr(value));
  }

  private static MatchProposed proposed(UUID id, UUID buyer, UUID seller) {
    return Posts.proposed(id, buyer, seller, Heard.inr("1200.00"));
  }

  private static JsonPath assessments(UUID subject) {
    return internal()
        .get("/api/v1/assessments?order=oldest&subjectId=" + subject)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static JsonPath exposure(UUID partner) {
    return internal()
        .get("/api/v1/partners/" + partner + "/exposure")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static RequestSpecification internal() {
    return InternalUser.as("an-analyst", "ADMIN_VIEW_ALL_DATA").contentType(ContentType.JSON);
  }
}
