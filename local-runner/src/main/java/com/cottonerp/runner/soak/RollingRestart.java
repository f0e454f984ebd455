package com.cottonerp.runner.soak;

import com.cottonerp.runner.ProgramProcess;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * As the rollout of a new version does: every copy of every program is stopped and started, each
 * when the one before is ready again, while business goes on.
 */
final class RollingRestart implements Fault {
  private static final long LONGEST_MINUTES = 5;
  private static final long LONGEST_START_NANOS = 90_000_000_000L;
  private static final long LOOK_NANOS = 100_000_000L;

  private final List<ProgramProcess> programs;
  private CompletableFuture<Void> rollout;

  RollingRestart(List<ProgramProcess> programs) {
    this.programs = programs;
  }

  @Override
  public void begin(int choice) {
    rollout =
        CompletableFuture.runAsync(
            () -> programs.forEach(RollingRestart::restart),
            work -> new Thread(work, "rollout").start());
  }

  @Override
  public void end(int choice) throws InterruptedException, ExecutionException, TimeoutException {
    rollout.get(LONGEST_MINUTES, TimeUnit.MINUTES);
  }

  private static void restart(ProgramProcess program) {
    program.stop();
    program.start();
    long begun = System.nanoTime();
    while (!program.isReady()) {
      if (System.nanoTime() - begun > LONGEST_START_NANOS) {
        throw new IllegalStateException(program.name() + " did not become ready");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
