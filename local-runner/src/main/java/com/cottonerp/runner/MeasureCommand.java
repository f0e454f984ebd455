package com.cottonerp.runner;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Posts availabilities and says what each one costs: requests in a second, time of the processor by
 * program, transactions of the database, and after how long risk has judged.
 *
 * <p>The figures depend on the machine and on what else it does; compare those of one machine only.
 */
final class MeasureCommand {
  private static final int CLIENTS = 16;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  /** WHY: what follows from an event may itself be an event, which is not pending yet. */
  private static final int QUIET_LOOKS = 8;

  private static final String PENDING =
      """
      SELECT (SELECT count(*) FROM partners.outbox_pending) + (SELECT count(*) FROM risk.outbox_pending)
           + (SELECT count(*) FROM trade_desk.outbox_pending) + (SELECT count(*) FROM settings.outbox_pending)
      """;
  private static final String COMMITS =
      "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()";
  private static final String CHECKPOINTER =
      "SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'";
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

  MeasureCommand(RunningSystem running) {
    this.system = running.awaitReady();
    this.tokens = running.tokens();
    this.tradeDesk = system.services().get("trade-desk-service").url() + "/api/v1/";
  }

  /**
   * @param rate posts in a second; 0 for as many as the system takes
   */
  void posts(int posts, int rate) {
    ApiClient seller = seller();
    String body = bodyLikeAnother();
    Instant began = Instant.now();
    Map<String, Duration> before = processorTimes();
    long commitsBefore = Long.parseLong(query(COMMITS));

    List<Long> millis = post(seller, body, posts, rate);
    double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
    awaitQuiet();

    Map<String, Duration> after = processorTimes();
    long commits = Long.parseLong(query(COMMITS)) - commitsBefore;
    Collections.sort(millis);
    System.out.printf(
        "%d posts in %.1f s: %.1f in a second; answered after %d ms (median), %d ms (95 %%)%n",
        posts, seconds, posts / seconds, millis.get(posts / 2), millis.get(posts * 95 / 100));
    printProcessorTimes(before, after, posts);
    System.out.printf("  %-20s %6.1f for each post%n", "transactions", (double) commits / posts);
    System.out.printf(
        "  judged by risk after %s ms (median, 95 %%)%n",
        query(JUDGED_AFTER.formatted(began.toEpochMilli() / 1000.0)));
  }

  private void printProcessorTimes(
      Map<String, Duration> before, Map<String, Duration> after, int posts) {
    double sum = 0;
    for (String program : after.keySet()) {
      double millis = after.get(program).minus(before.get(program)).toMillis() / (double) posts;
      sum += millis;
      System.out.printf("  %-20s %6.1f ms of processor for each post%n", program, millis);
    }
    System.out.printf("  %-20s %6.1f ms%n", "all", sum);
  }

  private ApiClient seller() {
    ApiClient reader = new ApiClient(tokens.token("measure"));
    for (JsonNode partner :
        reader.get(tradeDesk + "partner-directory?limit=100").expect(200).body().path("items")) {
      if (partner.path("status").asText().equals("approved")) {
        UUID id = UUID.fromString(partner.path("partnerId").asText());
        return new ApiClient(
            tokens.token(
                "measure",
                DevelopmentIssuer.ALL_PERMISSIONS,
                Optional.of(id),
                Duration.ofHours(1)));
      }
    }
    throw new UsageException("No approved partner: ./run seed, or ./run demo, makes some");
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

  /** How long each took. */
  private List<Long> post(ApiClient seller, String body, int posts, int rate) {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<Long>> answers = new ArrayList<>();
      long began = System.nanoTime();
      // No two posts are alike: a second one like the first would be refused.
      long first = began / 1000;
      for (int i = 0; i < posts; i++) {
        if (rate > 0) {
          LockSupport.parkNanos(began + i * 1_000_000_000L / rate - System.nanoTime());
        }
        long number = first + i;
        answers.add(clients.submit(() -> post(seller, body, number)));
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

  private Map<String, Duration> processorTimes() {
    Map<String, Duration> times = new LinkedHashMap<>();
    system.services().forEach((name, service) -> times.put(name, processorTime(service.pid())));
    if (system.pubsub().pid() != null) {
      times.put("Pub/Sub", processorTime(system.pubsub().pid()));
    }
    // Its parent is the server, and the other children of the server do the work. WHY not our own
    // backend: it is gone before it is looked for.
    times.put(
        "PostgreSQL",
        ProcessHandle.of(Long.parseLong(query(CHECKPOINTER)))
            .flatMap(ProcessHandle::parent)
            .map(server -> Stream.concat(Stream.of(server), server.children()))
            .orElse(Stream.empty())
            .map(process -> processorTime(process.pid()))
            .reduce(Duration.ZERO, Duration::plus));
    return times;
  }

  private static Duration processorTime(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
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
