package com.cottonerp.runner;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The system that a command talks to: the system that {@code ./run} started, or the containers. */
final class RunningSystem {
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final Path state;
  private final boolean containersOnly;

  /**
   * @param containersOnly true for the system in containers, even when a local system runs too
   */
  RunningSystem(Path state, boolean containersOnly) {
    this.state = state;
    this.containersOnly = containersOnly;
  }

  Path state() {
    return state;
  }

  boolean isContainersOnly() {
    return containersOnly;
  }

  Path file() {
    return state.resolve("system.json");
  }

  /**
   * The system that {@code ./run} started, or else the containers. The system may not be ready yet.
   */
  Optional<SystemFile> find() {
    return startedHere().or(ContainerSystem::find);
  }

  /** Also empty while the system starts and its programs have no addresses yet. */
  Optional<SystemFile> startedHere() {
    return containersOnly
        ? Optional.empty()
        : SystemFile.read(file()).filter(SystemFile::isRunning);
  }

  /** Whether a {@code ./run} process starts, runs or stops a system here. */
  boolean isBeingRun() {
    return runner().isPresent();
  }

  /** The process id of that {@code ./run}. */
  Optional<Long> runner() {
    return containersOnly ? Optional.empty() : StateLock.holder(state);
  }

  /**
   * Waits until the system is ready.
   *
   * @throws UsageException when no system runs, or the system does not become ready
   */
  SystemFile awaitReady() {
    if (!isBeingRun() && find().isEmpty()) {
      throw new UsageException(
          containersOnly ? "Nothing runs in containers: docker compose up" : "Nothing runs: ./run");
    }
    Optional<SystemFile> ready = find().filter(RunningSystem::allReady);
    if (ready.isPresent()) {
      return ready.get();
    }
    System.err.println("The system is being started: waiting until it is ready ...");
    await(
        "The system did not become ready: ./run status shows what is missing",
        () -> isReady() || (!isBeingRun() && find().isEmpty()));
    return find()
        .orElseThrow(() -> new UsageException("The system did not start, or was stopped again"));
  }

  boolean isReady() {
    return find().filter(RunningSystem::allReady).isPresent();
  }

  private static boolean allReady(SystemFile system) {
    return system.services().values().stream()
        .allMatch(service -> ProgramProcess.answersReady(service.management()));
  }

  /**
   * @throws UsageException with the given text when the condition stays false for minutes
   */
  static void await(String otherwise, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new UsageException(otherwise);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  /** The source of tokens for this system. */
  Tokens tokens() {
    boolean inContainers = startedHere().isEmpty() && ContainerSystem.find().isPresent();
    return inContainers ? ContainerSystem.tokens() : DevelopmentIssuer.in(state.resolve("keys"));
  }
}
