package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.runner.ProgramProcess;
import com.cottonerp.system.testkit.Market;
import com.cottonerp.system.testkit.Sale;
import com.cottonerp.system.testkit.TestSystem;
import com.cottonerp.system.testkit.Trader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A program is killed after every step of a sale, and started again. WHY in turn: a sale for each
 * program takes fifty starts, so only a nightly build, with {@code -Dsale.kills=each}, has them.
 * The program that the first step kills is chosen at random and printed; {@code -Dsale.first=}
 * repeats it, and five runs kill every program at every step.
 */
@ExtendWith(TestSystem.Shared.class)
class JourneyFaultsSystemTest {
  // WHY sales side by side: most of the time a sale waits for what died with its program.
  private static final int SIDE_BY_SIDE = 3;
  private static final List<String> PROGRAMS =
      List.of(
          "trade-desk-service",
          "risk-service",
          "outbox-relay",
          "partners-service",
          "settings-service");

  private final TestSystem system;

  JourneyFaultsSystemTest(TestSystem system) {
    this.system = system;
  }

  @AfterEach
  void everythingRunsAgain() {
    system.recover();
  }

  @Test
  void G4_G12_whichever_program_is_killed_at_every_step_the_sale_completes_once() throws Exception {
    ExecutorService side = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    try {
      for (Future<Void> sale : side.invokeAll(sales())) {
        sale.get();
      }
    } finally {
      side.shutdownNow();
    }
  }

  private List<Callable<Void>> sales() {
    if (System.getProperty("sale.kills", "in turn").equals("each")) {
      return PROGRAMS.stream().map(program -> saleThatKills(List.of(program))).toList();
    }
    List<String> inTurn = new ArrayList<>(PROGRAMS);
    int first = Integer.getInteger("sale.first", new Random().nextInt(PROGRAMS.size()));
    Collections.rotate(inTurn, -first);
    System.out.printf("The first step kills %s: -Dsale.first=%d%n", inTurn.get(0), first);
    return List.of(saleThatKills(inTurn));
  }

  /** After each step the next of the programs. */
  private Callable<Void> saleThatKills(List<String> programs) {
    AtomicInteger steps = new AtomicInteger();
    Runnable kill =
        () -> killAndStart(system.program(programs.get(steps.getAndIncrement() % programs.size())));
    Sale sale = new Sale(new Market(system), new Trader(system), new Trader(system), kill);
    return () -> {
      long begun = System.nanoTime();
      UUID trade = UUID.fromString(sale.complete("10").path("id").asText());
      System.out.printf(
          "A sale whose %d steps killed %s took %d ms%n",
          steps.get(), programs, (System.nanoTime() - begun) / 1_000_000);
      assertThat(steps.get()).isGreaterThanOrEqualTo(2 * PROGRAMS.size());
      assertCompletedOnce(sale, trade);
      return null;
    };
  }

  private void assertCompletedOnce(Sale sale, UUID trade) {
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
