package com.cottonerp.runner.soak;

import com.cottonerp.runner.ProgramProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Faults of the programs' processes. */
final class ProcessFaults {
  private final Members members;
  private final Path root;

  /**
   * @param root the checkout whose programs a rolling restart starts
   */
  ProcessFaults(Members members, Path root) {
    this.members = members;
    this.root = root;
  }

  Map<FaultKind, Fault> all() {
    return Map.of(
        FaultKind.RELAY_KILLED, new Killed(members.relays()),
        FaultKind.RELAY_FROZEN, new Frozen(members.relays()),
        FaultKind.SERVICE_KILLED, new Killed(members.services()),
        FaultKind.SERVICE_FROZEN, new Frozen(members.services()),
        FaultKind.SERVICE_RESTARTED, choice -> restart(of(members.services(), choice)),
        FaultKind.ROLLING_RESTART, new RollingRestart(members.all(), root));
  }

  private static <T> T of(List<T> some, int choice) {
    return some.get(choice % some.size());
  }

  private static void restart(ProgramProcess program) {
    program.stop();
    program.start();
  }

  static void signal(String name, long pid) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
  }

  private record Killed(List<ProgramProcess> programs) implements Fault {
    @Override
    public void begin(int choice) {
      of(programs, choice).kill();
    }

    @Override
    public void end(int choice) {
      of(programs, choice).start();
    }
  }

  /** Freezes programs: connections stay open and leases run out; then the programs go on. */
  private record Frozen(List<ProgramProcess> programs) implements Fault {
    @Override
    public void begin(int choice) throws IOException, InterruptedException {
      signal("STOP", of(programs, choice).pid());
    }

    @Override
    public void end(int choice) throws IOException, InterruptedException {
      signal("CONT", of(programs, choice).pid());
    }
  }
}
