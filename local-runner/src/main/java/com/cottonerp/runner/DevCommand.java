package com.cottonerp.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ./run dev NAME}: runs one program with live reload, beside the other programs. The program
 * in development takes the place, port and settings of the packaged program; the packaged program
 * starts again when this command ends.
 */
final class DevCommand {
  private static final Pattern MAVEN = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)");

  private final Path root;
  private final RunningSystem running;
  private final AtomicBoolean givenBack = new AtomicBoolean();

  DevCommand(Path root, RunningSystem running) {
    this.root = root;
    this.running = running;
  }

  /**
   * @param debugPort 0 for no debugger
   * @return the exit code of Maven
   */
  int run(String name, int debugPort) {
    Program program = Program.named(name);
    mavenIsNewEnough();
    running.awaitReady();
    if (running.startedHere().isEmpty()) {
      throw new UsageException("Nothing runs that ./run has started: ./run");
    }
    Orders orders = new Orders(running.state());
    Orders.Order giveUp = new Orders.Order(program.name(), Orders.What.GIVE_UP);
    orders.carryOut(giveUp);
    // A Ctrl-C ends Maven and this command at once; the hook starts the packaged program again.
    Thread onInterrupt = new Thread(() -> giveBack(program));
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    try {
      ProcessBuilder maven =
          new ProcessBuilder(
                  List.of(
                      "mvn",
                      "-ntp",
                      "-pl",
                      program.name(),
                      "-am",
                      "-Dspotless.check.skip",
                      "-Ddebug=" + (debugPort == 0 ? "false" : debugPort),
                      "compile",
                      "quarkus:dev"))
              .directory(root.toFile())
              .inheritIO();
      maven.environment().putAll(orders.environment(giveUp));
      // A developer reads this log.
      maven.environment().put("LOG_JSON", "false");
      return maven.start().waitFor();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 1;
    } finally {
      giveBack(program);
    }
  }

  // Live reload needs a newer Maven than a build. Checked before the packaged program is stopped.
  private static void mavenIsNewEnough() {
    String version = "unknown";
    try {
      Process maven = new ProcessBuilder("mvn", "--version").redirectErrorStream(true).start();
      String output = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher found = MAVEN.matcher(output);
      if (found.find()) {
        version = found.group(1) + "." + found.group(2);
        int major = Integer.parseInt(found.group(1));
        if (major > 3 || major == 3 && Integer.parseInt(found.group(2)) >= 9) {
          return;
        }
      }
    } catch (IOException notThere) {
      version = "missing";
    }
    throw new UsageException("Live reload needs Maven 3.9 or newer on the PATH; mvn is " + version);
  }

  private void giveBack(Program program) {
    if (givenBack.compareAndSet(false, true)) {
      System.out.println("The packaged " + program.name() + " is started again ...");
      new Orders(running.state()).carryOut(new Orders.Order(program.name(), Orders.What.RESTART));
      System.out.println(program.name() + " is ready again, as it was packaged last");
    }
  }
}
