package com.cottonerp.runner.soak;

import com.cottonerp.runner.ProgramProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

/**
 * Restarts every copy of every program, one after the other, while business goes on, as the rollout
 * of a new version does. When the soak began with an earlier version, both versions run side by
 * side meanwhile.
 */
final class RollingRestart implements Fault {
  private static final long LONGEST_START_NANOS = 180_000_000_000L;
  private static final long LOOK_NANOS = 100_000_000L;

  private final List<ProgramProcess> programs;
  private final Path root;
  private CompletableFuture<Void> rollout;

  /**
   * @param root the checkout of the programs that start
   */
  RollingRestart(List<ProgramProcess> programs, Path root) {
    this.programs = programs;
    this.root = root;
  }

  @Override
  public void begin(int choice) {
    rollout =
        CompletableFuture.runAsync(
            () -> programs.forEach(this::restart), work -> new Thread(work, "rollout").start());
  }

  /** No limit for the whole: each start has its own limit. */
  @Override
  public void end(int choice) throws InterruptedException, ExecutionException {
    rollout.get();
  }

  private void restart(ProgramProcess program) {
    program.stop();
    program.comeFrom(root);
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
