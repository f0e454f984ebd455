package com.cottonerp.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLockTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path state;

  @Test
  void one_process_has_it_until_it_ends_however_it_ends() throws IOException {
    Process other = otherProcess();
    try {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(StateLock.holder(state)).contains(other.pid()));

      assertThat(StateLock.tryTake(state)).isEmpty();
    } finally {
      other.destroyForcibly();
    }

    other.onExit().join();
    assertThat(StateLock.holder(state)).isEmpty();
    try (StateLock lock = StateLock.tryTake(state).orElseThrow()) {
      assertThat(lock).isNotNull();
    }
  }

  @Test
  void nobody_has_what_was_never_taken_or_is_closed() {
    assertThat(StateLock.holder(state.resolve("never"))).isEmpty();

    StateLock.tryTake(state).orElseThrow().close();

    assertThat(StateLock.holder(state)).isEmpty();
    StateLock.tryTake(state).orElseThrow().close();
  }

  private Process otherProcess() throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                state.toString()))
        .inheritIO()
        .start();
  }

  /** A program that takes the lock and keeps the lock until the program is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws InterruptedException {
      try (StateLock lock = StateLock.tryTake(Path.of(arguments[0])).orElseThrow()) {
        Thread.currentThread().join();
        throw new IllegalStateException("Never reached with " + lock);
      }
    }
  }
}
