package com.cottonerp.runner;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The users and the addresses of the demo, and its output. */
final class DemoStage {
  final ApiClient applicant;
  final ApiClient checker;
  final ApiClient manager;
  final ApiClient director;
  final ApiClient broker;
  final EventTrail trail;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final SystemFile system;
  private final Tokens tokens;
  private final boolean traced;
  private int step;

  /**
   * @param traced true to keep a trace of every change that the demo asks for
   */
  DemoStage(SystemFile system, Tokens tokens, boolean traced) {
    this.system = system;
    this.tokens = tokens;
    this.traced = traced;
    this.applicant = client(tokens.token("asha-the-applicant"));
    this.checker = client(tokens.token("charu-the-checker"));
    this.manager = client(tokens.token("meera-the-manager"));
    this.director = client(tokens.token("dev-the-director"));
    this.broker = client(tokens.token("bina-the-broker"));
    this.trail = new EventTrail(manager, url(Program.RELAY), url("trade-desk-service"));
  }

  private ApiClient client(String token) {
    return traced ? ApiClient.traced(token) : new ApiClient(token);
  }

  /** The base URL of a program's API. */
  String api(String program) {
    return url(program) + "/api/v1";
  }

  private String url(String program) {
    return system.services().get(program).url();
  }

  /** A user of one partner. */
  ApiClient userOf(String name, String partnerId) {
    return client(
        tokens.token(
            name,
            DevelopmentIssuer.allPermissions(),
            Optional.of(UUID.fromString(partnerId)),
            Duration.ofHours(1)));
  }

  /** Waits for an effect of the events that were just published. */
  void await(String what, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("Waited in vain for " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  void say(String what) {
    System.out.printf("%n%2d  %s%n", ++step, what);
  }

  static void note(String format, JsonNode body, String... fields) {
    Object[] values = List.of(fields).stream().map(field -> body.at(field).asText()).toArray();
    System.out.printf("      " + format + "%n", values);
  }
}
