package com.cottonerp.system.testkit;

import com.cottonerp.runner.ApiClient;
import com.cottonerp.runner.LocalSystem;
import com.cottonerp.runner.ProgramProcess;
import com.cottonerp.runner.SystemOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL, Pub/Sub and the packaged programs with three relays, started once for all system
 * tests of a process: the forks of a run have a system each, on ports and in a folder of their own.
 * A test leaves the system as it found it: every program ready, nothing pending.
 */
public final class TestSystem implements AutoCloseable {
  public static final List<String> RELAYS =
      List.of("outbox-relay", "outbox-relay-2", "outbox-relay-3");

  public static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Path STATE =
      ROOT.resolve("system-tests/target/system-" + System.getProperty("test.fork", "1"));

  /**
   * WHY the shortest that Pub/Sub takes: what a killed program had in hand comes again after it.
   */
  private static final Map<String, String> SETTINGS = Map.of("PUBSUB_ACK_DEADLINE", "10s");

  private final LocalSystem local;
  private final Map<String, Database> databases = new HashMap<>();
  private final Thread onAbort = new Thread(this::stopPrograms);

  private TestSystem() {
    local =
        new LocalSystem(
            new SystemOptions(
                ROOT,
                STATE,
                true,
                true,
                Map.of("outbox-relay", RELAYS.size()),
                Map.of(),
                SETTINGS,
                Map.of(),
                false));
  }

  /** Hands the one system to every test that has it as a parameter. */
  public static final class Shared implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == TestSystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(TestSystem.class, key -> start(), TestSystem.class);
    }
  }

  private static TestSystem start() {
    TestSystem system = new TestSystem();
    Runtime.getRuntime().addShutdownHook(system.onAbort);
    system.local.startForManyRestarts();
    ApiClient.showAnswersTo(new DocumentedAnswers(ROOT, system.local.programs())::check);
    system.awaitFirstReplays();
    return system;
  }

  /** Every new read model asks for its history once; no test should see that happen. */
  private void awaitFirstReplays() {
    for (String schema : List.of("partners", "risk", "trade_desk", "settings")) {
      Waiting.until(
          "the read models of " + schema + " have their history",
          () ->
              database(schema).count("SELECT count(*) FROM read_model_rebuild") > 0
                  && database(schema)
                          .count(
                              "SELECT count(*) FROM read_model_rebuild WHERE finished_at IS NULL")
                      == 0);
    }
  }

  public LocalSystem local() {
    return local;
  }

  public ProgramProcess program(String name) {
    return local.program(name);
  }

  /** What a program serves, by its OpenAPI document. */
  public Stream<Route> routesOf(ProgramProcess program) {
    return Route.of(
        program.url(),
        api().get(program.managementUrl() + "/openapi?format=json").expect(200).body());
  }

  public Database database(String schema) {
    return databaseAs(schema + "_app");
  }

  /** Who may change the settings of the shared server; a test undoes what it changes. */
  public DataSource superuser() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(local.database().url());
    source.setUser("postgres");
    source.setPassword("postgres");
    return source;
  }

  private Database databaseAs(String role) {
    return databases.computeIfAbsent(role, name -> new Database(local.database().url(), name));
  }

  public PartnersOutbox partnersOutbox() {
    return new PartnersOutbox(database("partners"));
  }

  public PartnerDirectory partnerDirectory() {
    return new PartnerDirectory(database("trade_desk"));
  }

  public RelayApi relay() {
    return new RelayApi(api(), program("outbox-relay").url());
  }

  public Broker broker() {
    return new Broker(local.pubsub().host());
  }

  /** The token of an internal user who may do everything. */
  public String token() {
    return local.issuer().token("an-internal-user");
  }

  /** A file of HTTP requests for this system, whose answers are compared with the documents. */
  public HttpFile httpFile(Map<String, String> variables) {
    return new HttpFile(variables, new DocumentedAnswers(ROOT, local.programs())::check);
  }

  /** Calls as a user who may do everything. */
  public ApiClient api() {
    return apiOf("an-internal-user");
  }

  public ApiClient apiOf(String user) {
    return new ApiClient(local.issuer().token(user));
  }

  public ApiClient apiWith(String user, String... permissions) {
    return new ApiClient(
        local.issuer().token(user, Set.of(permissions), Optional.empty(), Duration.ofMinutes(30)));
  }

  public String tokenWithoutPermissions() {
    return local.issuer().token("nobody", Set.of(), Optional.empty(), Duration.ofMinutes(5));
  }

  /** What a program has logged so far. */
  public List<String> logLines(String program) throws IOException {
    return Files.readAllLines(STATE.resolve("logs/" + program + ".log"));
  }

  /** Transactions of the relays that have been open for longer than that. */
  public long relayTransactionsOlderThan(String interval) {
    return databaseAs("postgres")
        .count(
            """
            SELECT count(*) FROM pg_stat_activity
            WHERE usename = 'outbox_relay' AND xact_start < clock_timestamp() - ?::interval
            """,
            interval);
  }

  /** Starts what a test has stopped, and waits until everything is ready. */
  public void recover() {
    local.programs().stream().filter(program -> !program.isAlive()).forEach(ProgramProcess::start);
    Waiting.until(
        "every program is ready again",
        () -> local.programs().stream().allMatch(ProgramProcess::isReady));
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(onAbort);
    stopPrograms();
  }

  private void stopPrograms() {
    local.close();
  }
}
