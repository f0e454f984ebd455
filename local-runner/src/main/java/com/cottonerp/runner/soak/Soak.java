package com.cottonerp.runner.soak;

import com.cottonerp.runner.ApiClient;
import com.cottonerp.runner.DevelopmentIssuer;
import com.cottonerp.runner.LocalSystem;
import com.cottonerp.runner.ProgramProcess;
import com.cottonerp.runner.SystemOptions;
import com.cottonerp.runner.UsageException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Runs a system of its own on free ports, drives it under faults and checks it. Ends at the first
 * quiet point that finds a violation: what led to it is in the state folder then. Not thread-safe;
 * one soak in a process at a time.
 */
public final class Soak implements AutoCloseable {
  private static final Map<String, Integer> REPLICAS =
      Map.of("outbox-relay", 2, "trade-desk-service", 2, "risk-service", 2);
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(90);
  private static final int FEWEST_ROUNDS = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration TOKENS_OUTLAST_BY = Duration.ofHours(3);
  private static final int LOOKS = 6;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

  private final SoakOptions options;
  private final Consumer<String> say;
  private final NetworkFaults network;
  private final LocalSystem system;
  private final List<String> violations = new ArrayList<>();
  private final List<Duration> quietPoints = new ArrayList<>();
  private final Gate gate = new Gate();
  private Members members;
  private Sql sql;
  private History history;
  private Observers observers;
  private ReadModels readModels;
  private LaneWatch lanes;
  private Business business;
  private Stalls stalls;
  private FaultInjector injector;
  private Duration driven = Duration.ZERO;

  /**
   * @param say gets a line for each thing that happens
   */
  public Soak(SoakOptions options, Consumer<String> say) {
    if (System.getenv("PUBSUB_EMULATOR_HOST") != null || System.getenv("DATABASE_URL") != null) {
      throw new UsageException(
          "A soak kills its broker and its database: unset PUBSUB_EMULATOR_HOST and DATABASE_URL");
    }
    // The broker of the soak is started to let things go wrong on request.
    System.setProperty("pubsub.faults", "true");
    this.options = options;
    this.say = say;
    this.network = new NetworkFaults(this::system);
    this.system =
        new LocalSystem(
            new SystemOptions(options.root(), options.state(), true, true, REPLICAS),
            network.environment());
  }

  private LocalSystem system() {
    return system;
  }

  /** Starts everything, drives, checks, and says what was found. */
  public SoakReport run() throws InterruptedException, IOException, SQLException {
    say.accept("Starting ...");
    start();
    FaultPlan plan = new FaultPlan(options.seed());
    while (violations.isEmpty() && driven.compareTo(options.driving()) < 0) {
      drive(plan);
      quietPoint();
    }
    finish();
    SoakReport report = report();
    history.close();
    Files.writeString(options.state().resolve("report.md"), report.text());
    return report;
  }

  private void start() {
    system.start();
    Path state = options.state();
    members = new Members(system);
    sql = new Sql(system);
    history = new History(state.resolve("logs/history.jsonl"));
    observers = new Observers(system.pubsub().host());
    readModels = new ReadModels(members, api());
    lanes = new LaneWatch(members, api());
    PatientClient client = new PatientClient(members, gate, history);
    business = new Business(client, history, system.issuer(), lifetime(), options.seed());
    stalls = new Stalls(sql, history);
    injector = new FaultInjector(stalls, history);
    injector.add(new ProcessFaults(members).all());
    injector.add(new BrokerFaults(system.pubsub()).all());
    injector.add(new DatabaseFaults(system, sql, state).all());
    injector.add(network.all());
    OperatorFaults operators = new OperatorFaults(client, business.manager(), business::partners);
    injector.add(operators.all());
    showObserversTheBeginning(client);
    awaitLevel("the system after its start");
    say.accept("Setting up markets and partners ...");
    business.open();
  }

  private ApiClient api() {
    return new ApiClient(
        system
            .issuer()
            .token(
                "the-checker", DevelopmentIssuer.allPermissions(), Optional.empty(), lifetime()));
  }

  private Duration lifetime() {
    return options.driving().multipliedBy(2).plus(TOKENS_OUTLAST_BY);
  }

  /** What was published before they subscribed comes again. */
  private void showObserversTheBeginning(PatientClient client) {
    for (Members.Context context : Members.CONTEXTS) {
      client
          .post(
              business.manager(),
              "outbox-relay",
              "outboxes/" + context.source() + "/replays",
              "{\"fromTime\": \"2020-01-01T00:00:00Z\"}")
          .expect(200);
    }
  }

  private void drive(FaultPlan plan) throws InterruptedException {
    Duration round = options.driving().dividedBy(FEWEST_ROUNDS);
    Duration length = round.compareTo(LONGEST_ROUND) < 0 ? round : LONGEST_ROUND;
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < length.toNanos()) {
      PlannedFault next = plan.next();
      say.accept(next.toString());
      injector.play(next);
    }
    driven = driven.plus(Duration.ofNanos(System.nanoTime() - begun));
  }

  private void quietPoint() throws InterruptedException, SQLException {
    startWhatEnded();
    if (!gate.close(PATIENCE)) {
      violations.add("A request has no answer long after all faults ended");
      return;
    }
    try {
      history.note("quiet point");
      Duration took = awaitLevel("quiet point %d".formatted(quietPoints.size() + 1));
      quietPoints.add(took);
      check();
      say.accept(
          "Quiet point %d: level after %d ms, %d violations"
              .formatted(quietPoints.size(), took.toMillis(), violations.size()));
    } finally {
      gate.open();
    }
  }

  /** No fault is under way: whoever does not run ended by itself. */
  private void startWhatEnded() {
    for (ProgramProcess program : members.all()) {
      if (!program.isAlive()) {
        violations.add(program.name() + " ended by itself");
        program.start();
      }
    }
  }

  private Duration awaitLevel(String what) {
    Level.Result result = new Level(members, sql, observers, readModels, history).await(PATIENCE);
    result
        .left()
        .forEach(left -> violations.add("G13: " + what + " does not come to rest: " + left));
    return result.took();
  }

  /** What a job is about to set right may be looked at again; a violation stays. */
  private void check() throws SQLException {
    Checker checker = new Checker(sql, observers, history);
    List<String> found = checker.check();
    for (int look = 1; look < LOOKS && !found.isEmpty(); look++) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      found = checker.check();
    }
    violations.addAll(found);
    violations.addAll(business.failures());
    violations.addAll(lanes.wrong());
  }

  private void finish() throws InterruptedException, SQLException {
    business.stop();
    business.join(PATIENCE);
    quietPoint();
    if (!violations.isEmpty()) {
      return;
    }
    say.accept("Emptying and filling every read model ...");
    Map<String, JsonNode> before = readModels.digests();
    readModels.rebuildAll();
    awaitLevel("the rebuild of all read models");
    Map<String, JsonNode> after = readModels.digests();
    before.forEach(
        (model, digest) -> {
          if (!digest.equals(after.get(model))) {
            violations.add(
                "G10: %s was %s, and filled anew it is %s"
                    .formatted(model, digest, after.get(model)));
          }
        });
    check();
  }

  private SoakReport report() throws SQLException {
    Map<String, Long> events = new LinkedHashMap<>();
    for (Members.Context context : Members.CONTEXTS) {
      events.put(
          context.source(),
          sql.number("SELECT count(*) FROM %s.outbox_event".formatted(context.schema())));
    }
    Map<String, List<Duration>> byKind = new LinkedHashMap<>();
    stalls.byKind().forEach((kind, times) -> byKind.put(kind.name(), List.copyOf(times)));
    return new SoakReport(
        options.seed(),
        driven,
        events,
        observers.messages(),
        history.requests(),
        history.repeated(),
        byKind,
        List.copyOf(quietPoints),
        lanes.seen(),
        history.outcomes(),
        List.copyOf(stalls.notDone()),
        List.copyOf(violations));
  }

  /** Stops everything; data, logs, history and report stay in the state folder. */
  @Override
  public void close() {
    if (business != null) {
      business.stop();
    }
    if (lanes != null) {
      lanes.close();
    }
    if (observers != null) {
      observers.close();
    }
    system.close();
    network.close();
  }
}
