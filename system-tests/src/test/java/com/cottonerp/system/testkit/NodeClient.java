package com.cottonerp.system.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The scripts of {@code system-tests/client}, where Node is there. */
public final class NodeClient {
  private static final File FOLDER =
      Path.of(System.getProperty("repository.root"), "system-tests", "client").toFile();
  private static final long LONGEST_MINUTES = 5;

  private NodeClient() {}

  /** What a process ended with, and wrote. */
  public record Ended(int exit, String output) {}

  /** Whether Node is there and its packages could be fetched. */
  public static boolean isReady() {
    return run(Map.of(), "npm", "ci", "--no-audit", "--no-fund").exit() == 0;
  }

  public static Ended script(String name, Map<String, String> environment) {
    return run(environment, "npm", "run", "--silent", name);
  }

  // WHY a file: a process that hangs keeps its output open, and the wait would have no bound.
  private static Ended run(Map<String, String> environment, String... command) {
    try {
      File output = File.createTempFile("node", ".log");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command)
                .directory(FOLDER)
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
        if (!ended) {
          process.destroyForcibly();
        }
        return new Ended(ended ? process.exitValue() : -1, Files.readString(output.toPath()));
      } finally {
        Files.delete(output.toPath());
      }
    } catch (IOException notThere) {
      return new Ended(-1, notThere.toString());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
