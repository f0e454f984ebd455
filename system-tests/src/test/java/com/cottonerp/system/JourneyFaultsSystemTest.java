package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.runner.ProgramProcess;
import com.cottonerp.system.testkit.Market;
import com.cottonerp.system.testkit.Sale;
import com.cottonerp.system.testkit.TestSystem;
import com.cottonerp.system.testkit.Trader;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program is killed after every step of a sale, and started again. */
@ExtendWith(TestSystem.Shared.class)
class JourneyFaultsSystemTest {
  private final TestSystem system;

  JourneyFaultsSystemTest(TestSystem system) {
    this.system = system;
  }

  @AfterEach
  void everythingRunsAgain() {
    system.recover();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "partners-service",
        "settings-service",
        "trade-desk-service",
        "risk-service",
        "outbox-relay"
      })
  void G4_G12_whichever_program_is_killed_at_every_step_the_sale_completes_once(String name) {
    Trader seller = new Trader(system);
    Trader buyer = new Trader(system);
    Sale sale =
        new Sale(new Market(system), seller, buyer, () -> killAndStart(system.program(name)));

    UUID trade = UUID.fromString(sale.complete("10").path("id").asText());

    assertThat(typesOf(trade))
        .containsExactly(
            "TradeCreated",
            "PartnerContactShared",
            "TradeStatusChanged",
            "TradeStatusChanged",
            "TradeStatusChanged");
    assertThat(typesOf(UUID.fromString(sale.negotiation())))
        .containsExactly("NegotiationStarted", "NegotiationOfferMade", "NegotiationAccepted");
    assertThat(typesOf(UUID.fromString(sale.availability())))
        .containsExactly(
            "AvailabilityPosted",
            "AvailabilityActivated",
            "AvailabilityReserved",
            "AvailabilitySold");
    assertThat(
            system
                .database("trade_desk")
                .count(
                    "SELECT count(*) FROM trade WHERE negotiation_id = ?",
                    UUID.fromString(sale.negotiation())))
        .isEqualTo(1);
  }

  private static void killAndStart(ProgramProcess program) {
    program.kill();
    program.start();
  }

  private List<String> typesOf(UUID aggregate) {
    return system
        .database("trade_desk")
        .query(
            "SELECT event_type FROM outbox_event WHERE aggregate_id = ? ORDER BY sequence",
            row -> row.getString(1),
            aggregate);
  }
}
