package com.cottonerp.runner.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Quiet points, without requests and faults: waits until the system is at rest, and checks the
 * system. Not thread-safe.
 */
final class QuietPoints {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration FILLING = Duration.ofMillis(20);
  private static final int LOOKS = 6;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

  private final Supervisor supervisor;
  private final Gate gate;
  private final Level level;
  private final Checker checker;
  private final BadInput badInput;
  private final ReadModels readModels;
  private final Supplier<Collection<String>> failures;
  private final List<String> violations = new ArrayList<>();
  private final List<Duration> took = new ArrayList<>();

  /**
   * @param failures supplies the errors that other parts of the soak found
   */
  QuietPoints(
      Supervisor supervisor,
      Gate gate,
      Level level,
      Checker checker,
      BadInput badInput,
      ReadModels readModels,
      Supplier<Collection<String>> failures) {
    this.supervisor = supervisor;
    this.gate = gate;
    this.level = level;
    this.checker = checker;
    this.badInput = badInput;
    this.readModels = readModels;
    this.failures = failures;
  }

  /** All findings so far. */
  List<String> violations() {
    return violations;
  }

  /** The time that the system needed to come to rest, for each quiet point. */
  List<Duration> took() {
    return took;
  }

  /** Call when all faults have ended. */
  void check() throws InterruptedException, SQLException {
    violations.addAll(supervisor.startWhatEnded());
    quietly(
        () -> {
          took.add(awaitLevel("quiet point %d".formatted(took.size() + 1)));
          compare();
          violations.addAll(badInput.check());
        });
  }

  /** Rebuilds every read model from the events, and compares the contents before and after. */
  void rebuild() throws InterruptedException, SQLException {
    quietly(
        () -> {
          Map<String, JsonNode> before = readModels.digests();
          readModels.rebuildAll();
          // WHY longer: each service applies every event of a context again, for a read model at a
          // time.
          awaitLevel(
              "the rebuild of all read models",
              PATIENCE.plus(FILLING.multipliedBy(level.committed())));
          Map<String, JsonNode> after = readModels.digests();
          before.forEach((model, digest) -> compare(model, digest, after.get(model)));
          compare();
        });
  }

  private void compare(String model, JsonNode before, JsonNode after) {
    if (!before.equals(after)) {
      violations.add("G10: %s was %s, and filled anew it is %s".formatted(model, before, after));
    }
  }

  private interface Work {
    void run() throws SQLException;
  }

  private void quietly(Work work) throws InterruptedException, SQLException {
    if (!gate.close(PATIENCE)) {
      violations.add("A request has no answer long after all faults ended");
      return;
    }
    try {
      work.run();
    } finally {
      gate.open();
    }
  }

  Duration awaitLevel(String what) {
    return awaitLevel(what, PATIENCE);
  }

  private Duration awaitLevel(String what, Duration patience) {
    Level.Result result = level.await(patience);
    level.unfit().forEach(event -> violations.add("An event could not be applied: " + event));
    result
        .left()
        .forEach(left -> violations.add("G13: " + what + " does not come to rest: " + left));
    return result.took();
  }

  /** Repeats the check, because a job may still set a finding right; a violation stays. */
  private void compare() throws SQLException {
    List<String> found = checker.check();
    for (int look = 1; look < LOOKS && !found.isEmpty(); look++) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      found = checker.check();
    }
    violations.addAll(found);
    violations.addAll(failures.get());
  }
}
