package com.cottonerp.runner;

import java.nio.file.Path;
import java.util.Map;

/**
 * How to run the system.
 *
 * @param root the checkout, with the built programs
 * @param state the folder for data, logs and keys
 * @param freePorts true for free ports (tests), false for the documented ports
 * @param replicas the number of copies of a program, by program name; 1 for a missing name
 * @param debugPorts the port where a debugger may attach to the first copy, by program name
 * @param environment more settings for every program
 * @param environmentOfCopies more settings of single copies, by name, such as outbox-relay-2
 * @param throughput true for programs that need less CPU time after some minutes but start more
 *     slowly: both of Java's compilers instead of the quick compiler only, and read models verified
 *     as seldom as in production
 */
public record SystemOptions(
    Path root,
    Path state,
    boolean freePorts,
    boolean fresh,
    Map<String, Integer> replicas,
    Map<String, Integer> debugPorts,
    Map<String, String> environment,
    Map<String, Map<String, String>> environmentOfCopies,
    boolean throughput) {
  int replicasOf(Program program) {
    return replicas.getOrDefault(program.name(), 1);
  }
}
