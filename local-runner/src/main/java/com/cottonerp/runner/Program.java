package com.cottonerp.runner;

import java.util.List;

/**
 * A program of the system: its Maven module, its port on one machine, and its schema if it has one.
 */
public record Program(String name, int port, String schema) {
  public static final String RELAY = "outbox-relay";
  public static final List<Program> ALL =
      List.of(
          new Program(RELAY, 8080, null),
          new Program("partners-service", 8081, "partners"),
          new Program("risk-service", 8082, "risk"),
          new Program("trade-desk-service", 8083, "trade_desk"),
          new Program("settings-service", 8084, "settings"));

  /** The port of health, metrics, OpenAPI and Swagger, on one machine. */
  int managementPort() {
    return port + 1_000;
  }

  static Program named(String name) {
    return ALL.stream()
        .filter(program -> program.name().equals(name) || program.name().equals(name + "-service"))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "There is no program '%s'; there are %s"
                        .formatted(name, ALL.stream().map(Program::name).toList())));
  }
}
