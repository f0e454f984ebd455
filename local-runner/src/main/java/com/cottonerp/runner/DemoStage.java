package com.cottonerp.runner;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Who plays in the demo, where, and what is told of it. */
final class DemoStage {
  final ApiClient applicant;
  final ApiClient manager;
  final ApiClient director;
  final EventTrail trail;
  private final SystemFile system;
  private int step;

  DemoStage(SystemFile system, DevelopmentIssuer issuer) {
    this.system = system;
    this.applicant = new ApiClient(issuer.token("asha-the-applicant"));
    this.manager = new ApiClient(issuer.token("meera-the-manager"));
    this.director = new ApiClient(issuer.token("dev-the-director"));
    this.trail = new EventTrail(manager, url(Program.RELAY), url("trade-desk-service"));
  }

  /** The base of a program's API. */
  String api(String program) {
    return url(program) + "/api/v1";
  }

  private String url(String program) {
    return system.services().get(program).url();
  }

  void say(String what) {
    System.out.printf("%n%2d  %s%n", ++step, what);
  }

  static void note(String format, JsonNode body, String... fields) {
    Object[] values = List.of(fields).stream().map(field -> body.at(field).asText()).toArray();
    System.out.printf("      " + format + "%n", values);
  }
}
