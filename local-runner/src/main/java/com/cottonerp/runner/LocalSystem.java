package com.cottonerp.runner;

import com.cottonerp.platform.FreePort;
import com.cottonerp.platform.LocalPubSub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * PostgreSQL, Pub/Sub and the five programs, started in order and stopped in the opposite one. Not
 * thread-safe.
 */
public final class LocalSystem implements AutoCloseable {
  public static final String PROJECT = "cotton-erp";
  static final int POSTGRES_PORT = 15432;
  static final int PUBSUB_PORT = 18085;
  private static final Duration READY_TIMEOUT = Duration.ofMinutes(3);

  /**
   * WHY: whoever loses a message on one machine does not want to wait five minutes to see it heal.
   */
  private static final Map<String, String> VERIFY_OFTEN =
      Map.of("INBOX_VERIFY_EVERY", "15s", "INBOX_VERIFY_WATCH", "2s", "INBOX_VERIFY_GRACE", "2s");

  private final SystemOptions options;
  private final Map<String, String> environmentOfAll;
  private final DevelopmentIssuer issuer;
  private final List<ProgramProcess> programs = new ArrayList<>();
  private LocalDatabase database;
  private LocalPubSub pubsub;
  private boolean started;

  public LocalSystem(SystemOptions options) {
    this(options, Map.of());
  }

  /**
   * @param environmentOfAll what every program is told besides, or instead: another way to the
   *     database, for example
   */
  public LocalSystem(SystemOptions options, Map<String, String> environmentOfAll) {
    this.options = options;
    this.environmentOfAll = Map.copyOf(environmentOfAll);
    this.issuer = DevelopmentIssuer.in(options.state().resolve("keys"));
  }

  /** Starts everything and returns when every program is ready. */
  public void start() {
    Optional<SystemFile> previous = SystemFile.read(file());
    if (previous.filter(SystemFile::isRunning).isPresent()) {
      throw new UsageException(
          "The system runs already: ./run status shows it, ./run stop stops it");
    }
    previous.ifPresent(LeftoverProcesses::stopAll);
    started = true;
    prepareFolders();
    database = LocalDatabase.start(options.state().resolve("postgres"), portOr(POSTGRES_PORT));
    pubsub = startPubSub();
    writeRelayToken();
    for (Program program : Program.ALL) {
      for (int copy = 1; copy <= options.replicasOf(program); copy++) {
        programs.add(process(program, copy));
      }
    }
    programs.forEach(ProgramProcess::start);
    writeFile();
    awaitReady(programs);
  }

  public DevelopmentIssuer issuer() {
    return issuer;
  }

  public SystemFile.Database database() {
    return database.address();
  }

  public LocalPubSub pubsub() {
    return pubsub;
  }

  public List<ProgramProcess> programs() {
    return List.copyOf(programs);
  }

  public ProgramProcess program(String name) {
    return programs.stream()
        .filter(program -> program.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UsageException("There is no running program " + name));
  }

  /**
   * One more copy of a program, which the caller starts and stops.
   *
   * @param environment what is different from the others
   */
  public ProgramProcess another(String name, String copyName, Map<String, String> environment) {
    Program program = Program.named(name);
    int port = FreePort.next();
    Map<String, String> changed = environment(program, port);
    changed.putAll(environment);
    return process(program, copyName, port, changed);
  }

  /** Starts a program again (stopping it first when it runs) and waits until it is ready. */
  public void restart(String name) {
    ProgramProcess program = program(name);
    program.stop();
    program.start();
    writeFile();
    awaitReady(List.of(program));
  }

  /** Starts the database server again in place, as a crash of its machine would. */
  public void restartDatabase() {
    SystemFile.Database address = database.address();
    int port = Integer.parseInt(address.url().replaceAll(".*:(\\d+)/.*", "$1"));
    database.stop();
    database = LocalDatabase.start(options.state().resolve("postgres"), port);
  }

  /** False when the database server has ended. */
  boolean databaseAnswers() {
    String port = database.address().url().replaceAll(".*:(\\d+)/.*", "$1");
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", Integer.parseInt(port)), 1_000);
      return true;
    } catch (IOException ended) {
      return !database.isOurs();
    }
  }

  private LocalPubSub startPubSub() {
    String existing = System.getenv("PUBSUB_EMULATOR_HOST");
    return existing != null && !existing.isBlank()
        ? LocalPubSub.at(existing)
        : LocalPubSub.start(
            portOr(PUBSUB_PORT),
            options.state().resolve("pubsub"),
            options.state().resolve("logs/pubsub.log"));
  }

  private ProgramProcess process(Program program, int copy) {
    String name = copy == 1 ? program.name() : program.name() + "-" + copy;
    int port = copy == 1 ? portOr(program.port()) : FreePort.next();
    return process(program, name, port, environment(program, port));
  }

  private ProgramProcess process(
      Program program, String name, int port, Map<String, String> environment) {
    Path jar = options.root().resolve(program.name()).resolve("target/quarkus-app/quarkus-run.jar");
    Path log = options.state().resolve("logs/" + name + ".log");
    return new ProgramProcess(name, program, port, jar, log, environment);
  }

  private Map<String, String> environment(Program program, int port) {
    Map<String, String> environment = new LinkedHashMap<>();
    String address = database.address().url().replace("jdbc:postgresql://", "");
    environment.put("QUARKUS_PROFILE", "local");
    environment.put("HTTP_PORT", Integer.toString(port));
    environment.put("DATABASE_HOST", address.replaceAll(":.*", ""));
    environment.put("DATABASE_PORT", address.replaceAll(".*:(\\d+)/.*", "$1"));
    environment.put("DATABASE_NAME", address.replaceAll(".*/", ""));
    environment.put("PUBSUB_PROJECT_ID", PROJECT);
    environment.putAll(VERIFY_OFTEN);
    environment.put("PUBSUB_EMULATOR_HOST", pubsub.host());
    environment.put("PUBSUB_UNARY_PULL", Boolean.toString(!pubsub.keepsMessages()));
    environment.put("OIDC_ISSUER", DevelopmentIssuer.ISSUER);
    environment.put("OIDC_JWKS_URL", issuer.publicKeyFile().toAbsolutePath().toString());
    if (program.schema() == null) {
      environment.put("OUTBOX_RELAY_PASSWORD", "outbox_relay");
    } else {
      environment.put("DATABASE_PASSWORD", program.schema() + "_app");
      environment.put("PUBSUB_PROVISION", "true");
      environment.put("RELAY_URL", "http://localhost:" + relayPort());
      environment.put("RELAY_TOKEN_FILE", relayTokenFile().toAbsolutePath().toString());
      environment.put("PII_HASH_KEY", "a-key-for-this-machine-only-0123456789");
    }
    environment.putAll(environmentOfAll);
    return environment;
  }

  private int relayPort() {
    String url = program(Program.RELAY).url();
    return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
  }

  private Path relayTokenFile() {
    return options.state().resolve("keys/relay-token");
  }

  private void writeRelayToken() {
    String token =
        issuer.token(
            "inbox", java.util.Set.of("OUTBOX_REPLAY"), Optional.empty(), Duration.ofDays(30));
    try {
      Files.writeString(relayTokenFile(), token);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void awaitReady(List<ProgramProcess> waiting) {
    Instant deadline = Instant.now().plus(READY_TIMEOUT);
    List<ProgramProcess> left = new ArrayList<>(waiting);
    while (!left.isEmpty()) {
      left.removeIf(ProgramProcess::isReady);
      for (ProgramProcess program : left) {
        if (!program.isAlive() || Instant.now().isAfter(deadline)) {
          throw new UsageException(
              "%s did not become ready; see %s".formatted(program.name(), program.log()));
        }
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private void prepareFolders() {
    try {
      if (options.fresh()) {
        LeftoverProcesses.stopPostgres(options.state().resolve("postgres"));
        delete(options.state().resolve("postgres"));
        delete(options.state().resolve("pubsub"));
        delete(options.state().resolve("logs"));
      }
      Files.createDirectories(options.state().resolve("logs"));
      Files.createDirectories(options.state().resolve("control"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  // The documented port, unless somebody else has it: system.json says which one it became.
  private int portOr(int documented) {
    return options.freePorts() || FreePort.isTaken(documented) ? FreePort.next() : documented;
  }

  public Path file() {
    return options.state().resolve("system.json");
  }

  private void writeFile() {
    Map<String, SystemFile.Service> services = new LinkedHashMap<>();
    programs.forEach(
        program ->
            services.put(
                program.name(),
                new SystemFile.Service(program.url(), program.pid(), program.program().schema())));
    new SystemFile(
            PROJECT,
            ProcessHandle.current().pid(),
            new SystemFile.PubSub(pubsub.host(), pubsub.isOurs() ? pubsub.pid() : null),
            database.address(),
            services)
        .write(file());
  }

  /** Stops the programs, then Pub/Sub, then the database. What is in the database stays. */
  @Override
  public void close() {
    if (!started) {
      return;
    }
    programs.stream()
        .map(program -> new Thread(program::stop))
        .peek(Thread::start)
        .toList()
        .forEach(LocalSystem::join);
    if (pubsub != null) {
      pubsub.stop();
    }
    if (database != null) {
      database.stop();
    }
    try {
      Files.deleteIfExists(file());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
