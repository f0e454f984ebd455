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
 */
public record SystemOptions(
    Path root, Path state, boolean freePorts, boolean fresh, Map<String, Integer> replicas) {
  int replicasOf(Program program) {
    return replicas.getOrDefault(program.name(), 1);
  }
}
