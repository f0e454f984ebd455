package com.cottonerp.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One running copy of a program: its packaged jar in a process of its own. */
public final class ProgramProcess {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  /** The program starts faster, but needs a third more CPU time for the same work from then on. */
  static final String QUICK_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

  private static final int FAILED_TO_START = 1;

  // WHY the space for compiled code: with the quick compiler only, the JVM reserves a fifth of it.
  private static final List<String> JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:ReservedCodeCacheSize=240m",
          "-Xshare:auto",
          "-Xmx192m",
          "-Xss512k");

  private final String name;
  private final Program program;
  private final ProgramPorts ports;
  private Path jar;
  private final Path log;
  private final Map<String, String> environment;
  private final List<String> jvmOptions;
  private boolean recordsClasses;
  private Process process;

  ProgramProcess(
      String name,
      Program program,
      ProgramPorts ports,
      Path root,
      Path log,
      Map<String, String> environment,
      List<String> jvmOptions) {
    this.name = name;
    this.program = program;
    this.ports = ports;
    this.jar = jarOf(root, program);
    this.log = log;
    this.environment = environment;
    this.jvmOptions = jvmOptions;
  }

  /** The environment of this copy, with its ports. */
  Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  public String name() {
    return name;
  }

  boolean isFirstCopy() {
    return name.equals(program.name());
  }

  Program program() {
    return program;
  }

  public String url() {
    return "http://localhost:" + ports.http();
  }

  /** The base URL of health, metrics, OpenAPI and Swagger. */
  public String managementUrl() {
    return "http://localhost:" + ports.management();
  }

  public long pid() {
    return process == null ? 0 : process.pid();
  }

  Path log() {
    return log;
  }

  public void start() {
    if (!Files.exists(jar)) {
      throw new UsageException("%s is not built: run mvn -DskipTests package".formatted(jar));
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    ClassArchive.optionFor(jar)
        .or(() -> Optional.of(ClassArchive.RECORD).filter(option -> recordsClasses))
        .ifPresent(command::add);
    command.addAll(jvmOptions);
    command.add("-jar");
    command.add(jar.toString());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      process = builder.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(name + " did not start", failure);
    }
  }

  /** The next start is one from which {@link #archiveClasses} can make an archive, if any can. */
  void recordClasses() {
    recordsClasses = ClassArchive.canBeMade();
  }

  /** Lets later starts of this program be faster, unless they are. The program stands still. */
  void archiveClasses() {
    ClassArchive classes = new ClassArchive(jar);
    if (!recordsClasses || classes.isMade()) {
      return;
    }
    try {
      classes.makeFrom(pid());
    } catch (IOException failure) {
      throw new UncheckedIOException("No archive of the classes of " + name, failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** From the next start on, the copy runs the build of another checkout: another version. */
  public void comeFrom(Path root) {
    jar = jarOf(root, program);
  }

  private static Path jarOf(Path root, Program program) {
    return root.resolve(program.name()).resolve("target/quarkus-app/quarkus-run.jar");
  }

  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /**
   * Whether the last start failed, such as when the database went away meanwhile. Quarkus ends the
   * program with status 1; Kubernetes or Compose would then start the program again.
   */
  public boolean failedToStart() {
    return process != null && !process.isAlive() && process.exitValue() == FAILED_TO_START;
  }

  public boolean isReady() {
    return isAlive() && answersReady(managementUrl());
  }

  static boolean answersReady(String management) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(management + "/q/health/ready"))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** SIGTERM, and SIGKILL when it does not end in time. */
  public void stop() {
    stop(Duration.ofSeconds(20));
  }

  void stop(Duration patience) {
    if (process == null) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        process.waitFor();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Sends SIGKILL: the program cannot shut down cleanly. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
