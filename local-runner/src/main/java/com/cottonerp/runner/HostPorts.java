package com.cottonerp.runner;

import java.util.Locale;
import java.util.Map;

/**
 * The ports on this machine of the system in containers: the documented port of each program,
 * unless the variable {@code COTTON_<NAME>_PORT} sets a port, such as {@code
 * COTTON_OUTBOX_RELAY_PORT}. docker-compose.yml reads the same variables. Immutable.
 */
final class HostPorts {
  private static final int LOCAL_RUNNER_PORT = 18090;

  private final Map<String, String> environment;

  HostPorts(Map<String, String> environment) {
    this.environment = environment;
  }

  int of(Program program) {
    return port(program.name(), program.port());
  }

  int managementOf(Program program) {
    return port(program.name() + "-management", program.managementPort());
  }

  int postgres() {
    return port("postgres", LocalSystem.POSTGRES_PORT);
  }

  int pubsub() {
    return port("pubsub", LocalSystem.PUBSUB_PORT);
  }

  int localRunner() {
    return port("local-runner", LOCAL_RUNNER_PORT);
  }

  private int port(String name, int documented) {
    String variable = "COTTON_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "_PORT";
    String value = environment.getOrDefault(variable, "");
    if (value.isBlank()) {
      return documented;
    }
    if (!value.matches("\\d{1,5}")) {
      throw new UsageException("%s wants a port, not '%s'".formatted(variable, value));
    }
    return Integer.parseInt(value);
  }
}
