package com.cottonerp.runner.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to soak.
 *
 * @param root the checkout, with the built programs
 * @param state the folder for data, logs, history and report; its old contents are deleted
 * @param driving how long business runs under faults, without the start, the quiet points and the
 *     last check
 * @param seed chooses faults and decisions
 * @param before the checkout of an earlier version, with its built programs: these programs run
 *     until a rolling restart starts the programs of {@code root}
 */
public record SoakOptions(
    Path root, Path state, Duration driving, long seed, Optional<Path> before) {
  /** Options for a soak of one version. */
  public SoakOptions(Path root, Path state, Duration driving, long seed) {
    this(root, state, driving, seed, Optional.empty());
  }
}
