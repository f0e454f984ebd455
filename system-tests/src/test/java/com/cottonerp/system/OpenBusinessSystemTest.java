package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.PositionClosed;
import com.cottonerp.contracts.trade.v1.PositionOpened;
import com.cottonerp.contracts.trade.v1.PositionSnapshot;
import com.cottonerp.contracts.trade.v1.TradeEvent;
import com.cottonerp.runner.ApiClient;
import com.cottonerp.system.testkit.Broker;
import com.cottonerp.system.testkit.Company;
import com.cottonerp.system.testkit.TestSystem;
import com.cottonerp.system.testkit.Waiting;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What partners hears of the trade desk and of risk, over Pub/Sub. */
@ExtendWith(TestSystem.Shared.class)
class OpenBusinessSystemTest {
  private final TestSystem system;
  private final ApiClient api;

  OpenBusinessSystemTest(TestSystem system) {
    this.system = system;
    this.api = system.api();
  }

  @Test
  void a_partner_whose_position_is_open_stays_until_it_is_closed() {
    UUID partnerId = partner();
    UUID position = UUID.randomUUID();
    try (Broker broker = system.broker()) {
      broker.publish(
          TradeEvent.TOPIC,
          "trade-desk",
          position,
          1,
          new PositionOpened(open(position, partnerId)));
      awaitOpen(partnerId, 1);
      ApiClient.Answer refused = leave(partnerId);
      broker.publish(
          TradeEvent.TOPIC,
          "trade-desk",
          position,
          2,
          new PositionClosed(position, partnerId, position, "SOLD"));
      awaitOpen(partnerId, 0);

      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.body().path("type").asText()).endsWith("/open-business-left");
      assertThat(leave(partnerId).status()).isEqualTo(200);
    }
  }

  @Test
  void how_risk_sees_a_partner_reaches_partners() {
    UUID partnerId = partner();

    Waiting.until(
        "partners knows how risk sees " + partnerId,
        () -> api.get(url(partnerId) + "/risk-standing").status() == 200);
    // New and without trades: 100 - 10
    assertThat(api.get(url(partnerId) + "/risk-standing").body().path("riskScore").asInt())
        .isEqualTo(90);
  }

  private UUID partner() {
    Company company = new Company(system).apply().handInVerifiedPapers();
    company.submit();
    return company.approved();
  }

  private static PositionSnapshot open(UUID position, UUID partnerId) {
    return new PositionSnapshot(
        position,
        partnerId,
        "AVAILABILITY",
        position,
        "SELL",
        UUID.randomUUID(),
        BigDecimal.TEN,
        "KG",
        new Money(BigDecimal.ONE, "INR"));
  }

  private void awaitOpen(UUID partnerId, int count) {
    Waiting.until(
        "partners knows of %d open positions of %s".formatted(count, partnerId),
        () -> api.get(url(partnerId) + "/open-business").body().path("open").asInt() == count);
  }

  private ApiClient.Answer leave(UUID partnerId) {
    return api.post(url(partnerId) + "/deactivation", "{\"reason\": \"closed\"}");
  }

  private String url(UUID partnerId) {
    return system.program("partners-service").url() + "/api/v1/partners/" + partnerId;
  }
}
