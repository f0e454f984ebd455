package com.cottonerp.runner.soak;

import com.cottonerp.runner.ProgramProcess;
import java.util.List;

/**
 * Starts programs again whose start failed, as Kubernetes and Compose do: a program whose database
 * is cut off while it starts may end. A program that had started and ended by itself is a
 * violation. Not thread-safe.
 */
final class Supervisor {
  private final List<ProgramProcess> programs;
  private final History history;
  private int startsRepeated;

  Supervisor(List<ProgramProcess> programs, History history) {
    this.programs = programs;
    this.history = history;
  }

  void startAgainWhatFailedToStart() {
    programs.stream().filter(ProgramProcess::failedToStart).forEach(this::startAgain);
  }

  private void startAgain(ProgramProcess program) {
    startsRepeated++;
    history.note(program.name() + " failed to start, and is started again");
    program.start();
  }

  /** Call when no fault is under way. Starts every program that does not run. */
  List<String> startWhatEnded() {
    startAgainWhatFailedToStart();
    return programs.stream()
        .filter(program -> !program.isAlive())
        .map(this::endedByItself)
        .toList();
  }

  private String endedByItself(ProgramProcess program) {
    program.start();
    return program.name() + " ended by itself; its log says why";
  }

  /** How many starts failed and were repeated. */
  int startsRepeated() {
    return startsRepeated;
  }
}
