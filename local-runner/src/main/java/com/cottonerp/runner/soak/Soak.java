package com.cottonerp.runner.soak;

import com.cottonerp.runner.ApiClient;
import com.cottonerp.runner.DevelopmentIssuer;
import com.cottonerp.runner.LocalSystem;
import com.cottonerp.runner.SystemOptions;
import com.cottonerp.runner.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs its own system on free ports, drives the system under faults, and checks the system. Ends at
 * the first quiet point with a violation and keeps the evidence in the state folder. Not
 * thread-safe; one soak per process.
 */
public final class Soak implements AutoCloseable {
  private static final Map<String, Integer> REPLICAS =
      Map.of("outbox-relay", 2, "trade-desk-service", 2, "risk-service", 2);
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(90);
  private static final int FEWEST_ROUNDS = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration TOKENS_OUTLAST_BY = Duration.ofHours(3);

  private final SoakOptions options;
  private final Consumer<String> say;
  private final NetworkFaults network;
  private final LocalSystem system;
  private final Gate gate = new Gate();
  private Members members;
  private Sql sql;
  private History history;
  private Observers observers;
  private QuietPoints quietPoints;
  private LaneWatch lanes;
  private Supervisor supervisor;
  private Business business;
  private Stalls stalls;
  private FaultInjector injector;
  private Duration driven = Duration.ZERO;

  /**
   * @param say gets a line for each event of the soak
   */
  public Soak(SoakOptions options, Consumer<String> say) {
    if (System.getenv("PUBSUB_EMULATOR_HOST") != null || System.getenv("DATABASE_URL") != null) {
      throw new UsageException(
          "A soak kills its broker and its database: unset PUBSUB_EMULATOR_HOST and DATABASE_URL");
    }
    // Lets the soak switch on faults of the broker.
    System.setProperty("pubsub.faults", "true");
    this.options = options;
    this.say = say;
    this.network = new NetworkFaults(this::system);
    this.system =
        new LocalSystem(
            new SystemOptions(
                options.before().orElse(options.root()),
                options.state(),
                true,
                true,
                REPLICAS,
                Map.of(),
                network.environment(),
                REPLICAS.keySet().stream()
                    .collect(
                        Collectors.toMap(
                            program -> LocalSystem.copyName(program, 2),
                            program -> network.environmentOfCopies())),
                false));
  }

  private LocalSystem system() {
    return system;
  }

  /** Starts the system, drives, checks, and returns the findings. */
  public SoakReport run() throws InterruptedException, IOException, SQLException {
    say.accept("Starting ...");
    start();
    FaultPlan plan = new FaultPlan(options.seed());
    while (isFine() && driven.compareTo(options.driving()) < 0) {
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
    system.startForManyRestarts();
    Path state = options.state();
    members = new Members(system);
    sql = new Sql(system);
    history = new History(state.resolve("logs/history.jsonl"));
    observers = new Observers(system.pubsub().host());
    supervisor = new Supervisor(members.all(), history);
    lanes = new LaneWatch(members, api());
    PatientClient client = new PatientClient(members, gate, history);
    business = new Business(client, history, system.issuer(), lifetime(), options.seed());
    stalls = new Stalls(sql, history);
    injector = new FaultInjector(stalls, history);
    injector.add(new ProcessFaults(members, options.root()).all());
    injector.add(new BrokerFaults(system.pubsub()).all());
    injector.add(new DatabaseFaults(system, sql, state, fullDisk()).all());
    injector.add(network.all());
    injector.add(new OperatorFaults(client, business.manager(), business::partners, sql).all());
    quietPoints = quietPoints();
    showObserversTheBeginning(client);
    quietPoints.awaitLevel("the system after its start");
    say.accept("Setting up markets and partners ...");
    business.open();
  }

  private FullDisk fullDisk() {
    return new FullDisk(sql, members, api(), history);
  }

  private QuietPoints quietPoints() {
    ReadModels readModels = new ReadModels(members, api());
    return new QuietPoints(
        supervisor,
        gate,
        new Level(members, sql, observers, readModels, history),
        new Checker(sql, observers, history),
        new BadInput(members, api(), sql),
        readModels,
        () ->
            Stream.of(business.failures(), lanes.wrong(), history.wrongAnswers())
                .flatMap(Collection::stream)
                .toList());
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

  /** Asks for a replay, since the observers subscribed after the first events. */
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
      supervisor.startAgainWhatFailedToStart();
    }
    driven = driven.plus(Duration.ofNanos(System.nanoTime() - begun));
  }

  private void quietPoint() throws InterruptedException, SQLException {
    history.note("quiet point");
    quietPoints.check();
    int number = quietPoints.took().size();
    say.accept(
        "Quiet point %d: level after %d ms, %d violations"
            .formatted(
                number,
                number == 0 ? 0 : quietPoints.took().get(number - 1).toMillis(),
                quietPoints.violations().size()));
  }

  private void finish() throws InterruptedException, SQLException {
    business.stop();
    if (isFine()) {
      business.join(PATIENCE);
      quietPoint();
    }
    if (isFine()) {
      say.accept("Emptying and filling every read model ...");
      quietPoints.rebuild();
    }
  }

  private boolean isFine() {
    return quietPoints.violations().isEmpty();
  }

  private SoakReport report() throws SQLException {
    Map<String, Long> events = new LinkedHashMap<>();
    for (Members.Context context : Members.CONTEXTS) {
      events.put(context.source(), sql.events(context));
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
        List.copyOf(quietPoints.took()),
        lanes.seen(),
        history.outcomes(),
        supervisor.startsRepeated(),
        List.copyOf(stalls.notDone()),
        List.copyOf(quietPoints.violations()));
  }

  /** Stops the system; data, logs, history and report stay in the state folder. */
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
