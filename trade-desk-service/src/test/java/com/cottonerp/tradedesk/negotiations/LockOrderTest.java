package com.cottonerp.tradedesk.negotiations;

import static com.cottonerp.tradedesk.testkit.Deal.accepted;
import static com.cottonerp.tradedesk.testkit.Deal.offered;
import static com.cottonerp.tradedesk.testkit.Desk.as;
import static com.cottonerp.tradedesk.testkit.Desk.internal;
import static com.cottonerp.tradedesk.testkit.Desk.matchesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.tradedesk.matching.MatchNow;
import com.cottonerp.tradedesk.testkit.Deal;
import com.cottonerp.tradedesk.testkit.Desk;
import com.cottonerp.tradedesk.testkit.Market;
import com.cottonerp.tradedesk.testkit.RunningPostgres;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Locks are taken in one order: negotiation, match, availability, requirement, position. The
 * matching job is one of the moves.
 */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class LockOrderTest {
  private static final int WORKERS = 6;
  private static final int MOVES = 10;

  @Inject Market market;
  @Inject MatchNow matching;
  @Inject AgroalDataSource database;

  @Test
  void however_the_moves_on_the_same_posts_meet_nobody_waits_in_a_circle() throws Exception {
    Deal deal = Deal.in(market);
    long before = deadlocks();

    List<Integer> answers = new ArrayList<>();
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try {
      List<Future<List<Integer>>> all = new ArrayList<>();
      for (int worker = 0; worker < WORKERS; worker++) {
        Random random = new Random(worker);
        Callable<List<Integer>> work = () -> moves(deal, random);
        all.add(workers.submit(work));
      }
      for (Future<List<Integer>> done : all) {
        answers.addAll(done.get());
      }
    } finally {
      workers.shutdownNow();
    }

    assertThat(answers).noneMatch(status -> status >= 500);
    assertThat(answers).contains(200);
    // The counters of a session are added up when it is idle, within a second or so.
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(10))
        .until(() -> deadlocks() == before);
    stockAddsUp(deal.availability);
  }

  private List<Integer> moves(Deal deal, Random random) {
    List<Integer> answers = new ArrayList<>();
    for (int move = 0; move < MOVES; move++) {
      answers.addAll(move(deal, random));
    }
    return answers;
  }

  private List<Integer> move(Deal deal, Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> heldAndReleased(deal);
      case 1 -> changed(deal, 50_000 + random.nextInt(500));
      case 2 -> {
        market.judge("AVAILABILITY", deal.availability, "PASS", "100", "NOT_RATED");
        yield List.of();
      }
      case 3 -> {
        market.judge("REQUIREMENT", deal.requirement, "WARN", "70", "NOT_RATED");
        yield List.of();
      }
      case 4 -> {
        matching.everyDuePost();
        yield List.of();
      }
      case 5 -> {
        for (String match : matchesOf(deal.buyer, deal.requirement)) {
          market.judge("MATCH", UUID.fromString(match), "FAIL", "10", "NOT_RATED");
        }
        yield List.of();
      }
      default -> negotiated(deal, random);
    };
  }

  /** Whatever of it is possible at the moment. */
  private List<Integer> negotiated(Deal deal, Random random) {
    List<Integer> answers = new ArrayList<>();
    for (String match : matchesOf(deal.buyer, deal.requirement)) {
      market.judge("MATCH", UUID.fromString(match), "PASS", "100", "NOT_RATED");
      as(deal.buyer).post("/api/v1/matches/" + match + "/negotiation");
    }
    for (String status : List.of("initiated", "in_progress", "accepted")) {
      List<String> found =
          as(deal.buyer).get("/api/v1/negotiations?status=" + status).jsonPath().get("items.id");
      for (String negotiation : found) {
        answers.add(offered(deal.buyer, negotiation, "49500.00", "150").statusCode());
        answers.add(accepted(deal.seller, negotiation).statusCode());
        if (random.nextBoolean()) {
          answers.add(rejected(deal, negotiation));
        }
        answers.addAll(tradedAndCancelled(deal, negotiation));
      }
    }
    return answers;
  }

  private static int rejected(Deal deal, String negotiation) {
    return as(deal.seller)
        .body("{\"reason\": \"Another one\"}")
        .post("/api/v1/negotiations/" + negotiation + "/rejection")
        .statusCode();
  }

  private static List<Integer> tradedAndCancelled(Deal deal, String negotiation) {
    Response trade = deal.trade(negotiation);
    if (trade.statusCode() != 201) {
      return List.of(trade.statusCode());
    }
    int cancelled =
        internal()
            .body("{\"status\": \"cancelled\", \"reason\": \"Test\"}")
            .post("/api/v1/trades/" + trade.path("id") + "/status")
            .statusCode();
    return List.of(201, cancelled);
  }

  private static List<Integer> heldAndReleased(Deal deal) {
    String path = "/api/v1/availabilities/" + deal.availability + "/reservations";
    Response held =
        as(deal.seller)
            .body("{\"buyerId\": \"%s\", \"quantity\": \"50\"}".formatted(deal.buyer))
            .post(path);
    return held.statusCode() != 201
        ? List.of(held.statusCode())
        : List.of(
            201,
            as(deal.seller)
                .body("{\"reason\": \"Test\"}")
                .post(path + "/" + held.path("id") + "/release")
                .statusCode());
  }

  private static List<Integer> changed(Deal deal, int price) {
    Response now = as(deal.seller).get("/api/v1/availabilities/" + deal.availability);
    return List.of(
        as(deal.seller)
            .header("If-Match", now.header("ETag"))
            .body(Desk.offer(deal.cotton, deal.place, "600", price + ".00"))
            .put("/api/v1/availabilities/" + deal.availability)
            .statusCode());
  }

  private long deadlocks() throws SQLException {
    return number("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
  }

  private void stockAddsUp(UUID availability) throws SQLException {
    assertThat(
            number(
                "SELECT count(*) FROM availability WHERE id = '%s' AND reserved_quantity = (SELECT coalesce(sum(quantity), 0) FROM reservation WHERE availability_id = availability.id AND status = 'HELD')"
                    .formatted(availability)))
        .isEqualTo(1);
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
