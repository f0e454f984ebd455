package com.cottonerp.runner;

import static java.util.stream.Collectors.partitioningBy;

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
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * PostgreSQL, Pub/Sub and the five programs, started in order and stopped in the opposite order.
 * Not thread-safe.
 *
 * <p>Long because the start and the stop mirror each other: the stop ends exactly what the start
 * began, also when the start failed half way.
 */
public final class LocalSystem implements AutoCloseable {
  public static final String PROJECT = "cotton-erp";
  static final int POSTGRES_PORT = 15432;
  static final int PUBSUB_PORT = 18085;
  private static final Duration READY_TIMEOUT = Duration.ofMinutes(5);

  private final SystemOptions options;
  private final DevelopmentIssuer issuer;
  private final List<ProgramProcess> programs = new ArrayList<>();
  private final Consumer<String> progress;
  private final String traces;
  private StateLock lock;
  private LocalDatabase database;
  private LocalPubSub pubsub;

  public LocalSystem(SystemOptions options) {
    this(options, null, what -> {});
  }

  /**
   * @param traces where the programs report spans; null to report no spans
   * @param progress gets a line for each part that is ready, while the system starts
   */
  LocalSystem(SystemOptions options, String traces, Consumer<String> progress) {
    this.options = options;
    this.traces = traces;
    this.progress = progress;
    this.issuer = DevelopmentIssuer.in(options.state().resolve("keys"));
  }

  /**
   * Starts everything and returns when every program is ready.
   *
   * @throws UsageException when another process runs, or starts, a system on the same state
   */
  public void start() {
    prepare();
    startAndAwait(programs);
  }

  private void prepare() {
    lock = StateLock.tryTake(options.state()).orElseThrow(LocalSystem::runsAlready);
    SystemFile.read(file()).ifPresent(LeftoverProcesses::stopAll);
    prepareFolders();
    database = LocalDatabase.start(options.state().resolve("postgres"), portOr(POSTGRES_PORT));
    progress.accept("PostgreSQL");
    pubsub = startPubSub();
    progress.accept("Pub/Sub");
    writeRelayToken();
    for (Program program : Program.ALL) {
      for (int copy = 1; copy <= options.replicasOf(program); copy++) {
        programs.add(process(program, copy));
      }
    }
  }

  private void startAndAwait(List<ProgramProcess> starting) {
    starting.forEach(ProgramProcess::start);
    writeFile();
    awaitReady(starting);
  }

  /**
   * Starts everything, as {@link #start} does, for programs that are started again and again: the
   * first start of a program takes longer, and each later start half of the time (with JDK 17). The
   * second copies start after the first ones, in half of the time too.
   */
  public void startForManyRestarts() {
    prepare();
    Map<Boolean, List<ProgramProcess>> byFirst =
        programs.stream().collect(partitioningBy(ProgramProcess::isFirstCopy));
    byFirst.get(true).forEach(ProgramProcess::recordClasses);
    startAndAwait(byFirst.get(true));
    byFirst.get(true).parallelStream().forEach(ProgramProcess::archiveClasses);
    startAndAwait(byFirst.get(false));
  }

  static UsageException runsAlready() {
    return new UsageException(
        "The system runs already, or is being started: ./run status shows it, ./run stop stops it. Another one beside it,"
            + " on ports of its own: ./run --state FOLDER");
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
   * One more copy of a program. The caller starts and stops the copy.
   *
   * @param environment the settings in which this copy differs from the other copies
   */
  public ProgramProcess another(String name, String copyName, Map<String, String> environment) {
    Program program = Program.named(name);
    ProgramPorts ports = ProgramPorts.free();
    Map<String, String> changed = environment(program, ports);
    changed.putAll(environment);
    return process(program, copyName, ports, changed);
  }

  /**
   * Stops a program when the program runs, starts the program, and waits until the program is
   * ready.
   */
  public void restart(String name) {
    ProgramProcess program = program(name);
    program.stop();
    program.start();
    writeFile();
    awaitReady(List.of(program));
  }

  /**
   * Stops a program, so that another process takes the place of the program until {@link #restart}.
   *
   * @return the environment that the other process needs
   */
  Map<String, String> giveUp(String name) {
    ProgramProcess program = program(name);
    program.stop();
    return program.environment();
  }

  /** Crashes the database server, and starts the server again at the same address. */
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

  /**
   * The name of a copy: the program's name for the first copy, such as risk-service-2 for the
   * second.
   */
  public static String copyName(String program, int copy) {
    return copy == 1 ? program : program + "-" + copy;
  }

  private ProgramProcess process(Program program, int copy) {
    String name = copyName(program.name(), copy);
    ProgramPorts ports =
        copy == 1
            ? new ProgramPorts(portOr(program.port()), portOr(program.managementPort()))
            : ProgramPorts.free();
    Map<String, String> environment = environment(program, ports);
    environment.putAll(options.environmentOfCopies().getOrDefault(name, Map.of()));
    return process(program, name, ports, environment);
  }

  private ProgramProcess process(
      Program program, String name, ProgramPorts ports, Map<String, String> environment) {
    Path log = options.state().resolve("logs/" + name + ".log");
    Integer debugPort = options.debugPorts().get(name);
    List<String> jvmOptions = new ArrayList<>();
    if (!options.throughput()) {
      jvmOptions.add(ProgramProcess.QUICK_COMPILER_ONLY);
    }
    if (debugPort != null) {
      jvmOptions.add(
          "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + debugPort);
    }
    return new ProgramProcess(name, program, ports, options.root(), log, environment, jvmOptions);
  }

  private Map<String, String> environment(Program program, ProgramPorts ports) {
    Map<String, String> environment =
        ProgramEnvironment.of(program, ports, database.address(), pubsub.host(), issuer);
    environment.put("PUBSUB_UNARY_PULL", Boolean.toString(!pubsub.keepsMessages()));
    if (program.schema() != null) {
      environment.put("RELAY_URL", "http://localhost:" + relayPort());
      environment.put("RELAY_TOKEN_FILE", relayTokenFile().toAbsolutePath().toString());
    }
    if (!options.throughput()) {
      environment.putAll(ProgramEnvironment.VERIFY_OFTEN);
    }
    environment.putAll(options.environment());
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
      left.removeIf(
          program -> {
            boolean ready = program.isReady();
            if (ready) {
              progress.accept(program.name());
            }
            return ready;
          });
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

  // The documented port, or a free port when the documented port is taken; system.json has the
  // port.
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
                new SystemFile.Service(
                    program.url(),
                    program.managementUrl(),
                    program.pid(),
                    program.program().schema())));
    new SystemFile(
            PROJECT,
            ProcessHandle.current().pid(),
            new SystemFile.PubSub(pubsub.host(), pubsub.isOurs() ? pubsub.pid() : null),
            database.address(),
            services,
            traces)
        .write(file());
  }

  /** Stops the programs, then Pub/Sub, then the database. The data stay on disk. */
  @Override
  public void close() {
    if (lock == null) {
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
    lock.close();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
