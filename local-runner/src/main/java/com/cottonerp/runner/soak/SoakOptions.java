package com.cottonerp.runner.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to soak.
 *
 * @param root the checkout, with the built programs
 * @param state where data, logs, the history and the report are kept; what was there is deleted
 * @param driving how long business is driven under faults; start, quiet points and the last check
 *     come on top
 * @param seed chooses faults and decisions
 * @param before the checkout of an earlier version, with its built programs: they run until a
 *     rolling restart brings in those of {@code root}
 */
public record SoakOptions(
    Path root, Path state, Duration driving, long seed, Optional<Path> before) {
  /** Of one version. */
  public SoakOptions(Path root, Path state, Duration driving, long seed) {
    this(root, state, driving, seed, Optional.empty());
  }
}
