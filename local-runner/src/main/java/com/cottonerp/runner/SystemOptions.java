package com.cottonerp.runner;

import java.nio.file.Path;
import java.util.Map;

/**
 * How to run the system.
 *
 * @param root the checkout, with the built programs
 * @param state where data, logs and keys are kept
 * @param freePorts true for ports that nobody uses (tests), false for the documented ones
 * @param replicas how many copies of a program, by its name; one where nothing is said
 * @param debugPorts where a debugger may attach to the first copy of a program, by its name
 * @param environment more settings for every program
 * @param throughput true for programs that cost less after some minutes of work and start more
 *     slowly: compiled by both compilers of Java instead of the quick one only, and verifying their
 *     read models as seldom as in production
 */
public record SystemOptions(
    Path root,
    Path state,
    boolean freePorts,
    boolean fresh,
    Map<String, Integer> replicas,
    Map<String, Integer> debugPorts,
    Map<String, String> environment,
    boolean throughput) {
  /** Without debuggers and more settings. */
  public SystemOptions(
      Path root, Path state, boolean freePorts, boolean fresh, Map<String, Integer> replicas) {
    this(root, state, freePorts, fresh, replicas, Map.of(), Map.of(), false);
  }

  int replicasOf(Program program) {
    return replicas.getOrDefault(program.name(), 1);
  }
}
