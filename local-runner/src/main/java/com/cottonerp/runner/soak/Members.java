package com.cottonerp.runner.soak;

import com.cottonerp.runner.LocalSystem;
import com.cottonerp.runner.Program;
import com.cottonerp.runner.ProgramProcess;
import java.util.List;

/** The copies of each program, with their addresses. Thread-safe. */
final class Members {
  /** A context with an outbox: its service, the relay's name of the outbox, schema and topic. */
  record Context(String service, String source, String schema, String topic) {}

  static final List<Context> CONTEXTS =
      List.of(
          new Context("partners-service", "partners", "partners", "partner-events"),
          new Context("risk-service", "risk", "risk", "risk-events"),
          new Context("trade-desk-service", "trade-desk", "trade_desk", "trade-events"),
          new Context("settings-service", "settings", "settings", "settings-events"));

  private final List<ProgramProcess> programs;

  Members(LocalSystem system) {
    this.programs = system.programs();
  }

  List<ProgramProcess> all() {
    return programs;
  }

  List<ProgramProcess> relays() {
    return copiesOf(Program.RELAY);
  }

  List<ProgramProcess> services() {
    return programs.stream().filter(program -> !program.name().startsWith(Program.RELAY)).toList();
  }

  private List<ProgramProcess> copiesOf(String program) {
    return programs.stream().filter(copy -> copy.name().startsWith(program)).toList();
  }

  /** The API of one copy; each further attempt goes to the next copy. */
  String api(String program, int attempt) {
    List<ProgramProcess> copies = copiesOf(program);
    return copies.get(Math.floorMod(attempt, copies.size())).url() + "/api/v1/";
  }

  boolean areReady() {
    return programs.stream().allMatch(ProgramProcess::isReady);
  }
}
