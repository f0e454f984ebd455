package com.cottonerp.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends the processes that a killed runner left behind; no process that another program started. */
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

  /** Ends a server that still runs on the data directory: a new server could not start there. */
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

  // ProcessHandle shortens long command lines; /proc on Linux does not.
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
