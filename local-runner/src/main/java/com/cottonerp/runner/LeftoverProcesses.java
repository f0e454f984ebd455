package com.cottonerp.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what a runner that was killed left behind; only processes that are provably ours. */
final class LeftoverProcesses {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private LeftoverProcesses() {}

  static void stopAll(SystemFile previous) {
    previous.services().values().forEach(service -> stop(service.pid(), "quarkus-run.jar"));
    if (previous.pubsub().pid() != null) {
      stop(previous.pubsub().pid(), "com.cottonerp.pubsub.Main");
      stop(previous.pubsub().pid(), "cloud-pubsub-emulator");
    }
  }

  /** A server that still runs on the data directory would keep a new one from starting. */
  static void stopPostgres(Path dataDirectory) {
    Path pidFile = dataDirectory.resolve("postmaster.pid");
    if (Files.exists(pidFile)) {
      try {
        stop(Long.parseLong(Files.readAllLines(pidFile).get(0).strip()), "postgres");
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private static void stop(long pid, String commandContains) {
    ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> commandLine(process).contains(commandContains))
        .ifPresent(LeftoverProcesses::stop);
  }

  // ProcessHandle shortens long command lines, so ask the system where it can be asked.
  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
    } catch (IOException notLinux) {
      return process.info().commandLine().orElse("");
    }
  }

  private static void stop(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException stubborn) {
      process.destroyForcibly();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
