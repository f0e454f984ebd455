package com.cottonerp.runner.soak;

import com.cottonerp.runner.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code ./run soak [--minutes N] [--seed S] [--before FOLDER]}. */
public final class SoakCommand {
  private static final String USAGE = "./run soak [--minutes N] [--seed S] [--before FOLDER]";
  private static final int SECONDS = 60;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private SoakCommand() {}

  /**
   * Runs the soak. Ends the program with status 1 when a guarantee was broken.
   *
   * @param root the checkout
   * @param arguments the arguments after {@code soak}
   * @throws UsageException for an unknown argument
   */
  public static void run(Path root, List<String> arguments) {
    SoakOptions options = options(root, arguments);
    Consumer<String> say = what -> System.out.println(LocalTime.now().format(CLOCK) + "  " + what);
    Soak soak = new Soak(options, say);
    Thread onAbort = new Thread(soak::close);
    Runtime.getRuntime().addShutdownHook(onAbort);
    boolean kept = false;
    try {
      SoakReport report = soak.run();
      System.out.printf("%n%s%n", report.text());
      kept = report.violations().isEmpty();
      say.accept("Logs, history and report are in " + options.state());
    } catch (IOException | SQLException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    // The shutdown hook stops the system.
    System.exit(kept ? 0 : 1);
  }

  private static SoakOptions options(Path root, List<String> arguments) {
    double minutes = 10;
    long seed = System.currentTimeMillis() % 1_000_000;
    Optional<Path> before = Optional.empty();
    try {
      for (int i = 0; i < arguments.size(); i += 2) {
        String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
        switch (arguments.get(i)) {
          case "--minutes" -> minutes = Double.parseDouble(value);
          case "--seed" -> seed = Long.parseLong(value);
          case "--before" -> before = Optional.of(Path.of(value).toAbsolutePath());
          default -> throw new UsageException(USAGE);
        }
      }
    } catch (NumberFormatException wrong) {
      throw new UsageException(USAGE);
    }
    return new SoakOptions(
        root,
        root.resolve(".local/soak"),
        Duration.ofSeconds(Math.round(minutes * SECONDS)),
        seed,
        before);
  }
}
