package com.cottonerp.runner;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts availabilities and prints what each post costs: requests per second, CPU time and
 * statements by program, transactions of the database, and the time until risk has judged.
 *
 * <p>The figures depend on the machine and its load; compare figures of the same machine only.
 */
final class MeasureCommand {
  private static final int CLIENTS = 16;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  /** WHY several looks: an event may cause another event, which is not pending yet. */
  private static final int QUIET_LOOKS = 8;

  /** After about so many posts, both of Java's compilers have done most of their work. */
  private static final int WARM = 4_000;

  private static final String PENDING =
      """
      SELECT (SELECT count(*) FROM partners.outbox_pending) + (SELECT count(*) FROM risk.outbox_pending)
           + (SELECT count(*) FROM trade_desk.outbox_pending) + (SELECT count(*) FROM settings.outbox_pending)
      """;
  private static final String POSTED =
      "SELECT count(*) FROM trade_desk.outbox_event WHERE event_type = 'AvailabilityPosted'";
  private static final String JUDGED_AFTER =
      """
      SELECT percentile_cont(array[0.5, 0.95]) WITHIN GROUP (
        ORDER BY extract(epoch FROM judged.occurred_at - posted.occurred_at) * 1000)
      FROM (SELECT CAST(payload ->> 'subjectId' AS uuid) AS id, min(occurred_at) AS occurred_at
            FROM risk.outbox_event WHERE event_type = 'RiskAssessed' GROUP BY 1) AS judged
      JOIN trade_desk.outbox_event AS posted ON posted.aggregate_id = judged.id AND posted.event_type = 'AvailabilityPosted'
      WHERE posted.occurred_at > to_timestamp(%s)
      """;

  private final SystemFile system;
  private final String tradeDesk;
  private final Tokens tokens;
  private final int sellers;

  MeasureCommand(RunningSystem running, int sellers) {
    this.system = running.awaitReady();
    this.tokens = running.tokens();
    this.tradeDesk = system.services().get("trade-desk-service").url() + "/api/v1/";
    this.sellers = Math.max(1, sellers);
  }

  /**
   * @param rate posts per second; 0 for as many as the system takes
   * @param warmUp so many posts come first, at full speed, and are not measured
   */
  void posts(int posts, int rate, int warmUp) {
    String body = bodyLikeAnother();
    List<ApiClient> users = new MeasuredSellers(system, tokens).find(sellers);
    post(users, body, warmUp, 0);
    awaitQuiet();
    sayCompilers();
    Instant began = Instant.now();
    MeasuredCosts before = MeasuredCosts.of(system);

    List<Long> millis = post(users, body, posts, rate);
    double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
    awaitQuiet();

    Collections.sort(millis);
    System.out.printf(
        "%d posts of %d sellers in %.1f s: %.1f in a second; answered after %d ms (median), %d ms (95 %%)%n",
        posts,
        users.size(),
        seconds,
        posts / seconds,
        millis.get(posts / 2),
        millis.get(posts * 95 / 100));
    MeasuredCosts.of(system).print(before, posts);
    System.out.printf(
        "  judged by risk after %s ms (median, 95 %%)%n",
        query(JUDGED_AFTER.formatted(began.toEpochMilli() / 1000.0)));
  }

  private void sayCompilers() {
    long pid = system.services().get("trade-desk-service").pid();
    if (pid == 0) {
      return;
    }
    boolean quick =
        ProcessHandle.of(pid)
            .flatMap(process -> process.info().arguments())
            .map(Arrays::asList)
            .filter(arguments -> arguments.contains(ProgramProcess.QUICK_COMPILER_ONLY))
            .isPresent();
    long posted = Long.parseLong(query(POSTED));
    System.out.printf(
        "The programs are compiled by %s%n",
        quick
            ? "the quick compiler only; ./run --throughput starts them for measuring"
            : "both compilers of Java; posts so far: " + posted);
    if (!quick && posted < WARM) {
      System.out.printf("They are not warm before about %d posts: --warm-up %1$d%n", WARM);
    }
  }

  private String bodyLikeAnother() {
    JsonNode items =
        new ApiClient(tokens.token("measure"))
            .get(tradeDesk + "availabilities?limit=1")
            .expect(200)
            .body()
            .path("items");
    if (items.isEmpty()) {
      throw new UsageException("Nobody has posted anything: ./run seed, or ./run demo, does");
    }
    JsonNode item = items.get(0);
    return """
    {"commodityId": "%s", "place": {"locationId": "%s"}, "totalQuantity": "%%d.%%03d", "price": "%%d.25",
     "quality": {"Staple Length": "29.5", "Micronaire": "4.2", "Strength": "29", "Color Grade": "WHITE",
                 "Trash Content": "3.0", "Moisture Content": "7.5"}}
    """
        .formatted(
            item.path("commodityId").asText(), item.path("place").path("locationId").asText());
  }

  /** Returns the duration of each post. */
  private List<Long> post(List<ApiClient> users, String body, int posts, int rate) {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<Long>> answers = new ArrayList<>();
      long began = System.nanoTime();
      // The trade desk refuses a post that equals an open post, so each quantity is different.
      long first = began / 1000;
      for (int i = 0; i < posts; i++) {
        if (rate > 0) {
          LockSupport.parkNanos(began + i * 1_000_000_000L / rate - System.nanoTime());
        }
        ApiClient user = users.get(i % users.size());
        long number = first + i;
        answers.add(clients.submit(() -> post(user, body, number)));
      }
      List<Long> millis = new ArrayList<>();
      for (Future<Long> answer : answers) {
        millis.add(answer.get());
      }
      return millis;
    } catch (Exception failure) {
      throw new UsageException("A post was refused: " + failure.getMessage());
    } finally {
      clients.shutdownNow();
    }
  }

  private long post(ApiClient seller, String body, long number) {
    long began = System.nanoTime();
    seller
        .post(
            tradeDesk + "availabilities",
            body.formatted(
                100 + number / 1000 % 900, number % 1000, 40_000 + number / 900_000 % 20_000))
        .expect(201);
    return (System.nanoTime() - began) / 1_000_000;
  }

  private void awaitQuiet() {
    Instant deadline = Instant.now().plus(PATIENCE);
    int quiet = 0;
    while (quiet < QUIET_LOOKS) {
      if (Instant.now().isAfter(deadline)) {
        throw new UsageException("Events are pending still; see ./run status");
      }
      quiet = query(PENDING).equals("0") ? quiet + 1 : 0;
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private String query(String sql) {
    SystemFile.Database database = system.database();
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    } catch (SQLException failure) {
      throw new UsageException("The database was not read: " + failure.getMessage());
    }
  }
}
