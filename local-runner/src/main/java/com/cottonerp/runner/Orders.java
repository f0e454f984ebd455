package com.cottonerp.runner;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Orders from a command to the {@code ./run} process that runs the programs. Each order is a file;
 * that process deletes the file when the order is carried out.
 */
final class Orders {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  Orders(Path state) {
    this.folder = state.resolve("control");
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What an order does to a program. */
  enum What {
    /** Stop the program when the program runs, and start the program. */
    RESTART,
    /** Stop the program: another process takes its place. */
    GIVE_UP
  }

  record Order(String program, What what) {
    String fileName() {
      return program + "." + what.name().toLowerCase(Locale.ROOT);
    }

    static Optional<Order> parse(String fileName) {
      int dot = fileName.lastIndexOf('.');
      for (What what : What.values()) {
        if (dot > 0 && fileName.substring(dot + 1).equals(what.name().toLowerCase(Locale.ROOT))) {
          return Optional.of(new Order(fileName.substring(0, dot), what));
        }
      }
      return Optional.empty();
    }
  }

  /**
   * Gives an order and waits until the order is carried out.
   *
   * @throws UsageException when the order failed, with the reason
   */
  void carryOut(Order order) {
    try {
      Files.deleteIfExists(failure(order));
      Files.writeString(file(order), "");
      RunningSystem.await(
          "%s did not answer; see ./run logs %s".formatted(order.program(), order.program()),
          () -> !Files.exists(file(order)));
      if (Files.exists(failure(order))) {
        throw new UsageException(Files.readString(failure(order)));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The environment of the program that the order stopped. */
  Map<String, String> environment(Order order) {
    try {
      return JSON.readValue(environmentFile(order).toFile(), new TypeReference<>() {});
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Optional<Order> next() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.flatMap(file -> Order.parse(file.getFileName().toString()).stream()).findFirst();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void tellEnvironment(Order order, Map<String, String> environment) {
    try {
      JSON.writeValue(environmentFile(order).toFile(), environment);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void done(Order order) {
    try {
      Files.deleteIfExists(file(order));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void failed(Order order, String reason) {
    try {
      Files.writeString(failure(order), reason);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    done(order);
  }

  private Path file(Order order) {
    return folder.resolve(order.fileName());
  }

  private Path failure(Order order) {
    return folder.resolve(order.fileName() + "-failed");
  }

  private Path environmentFile(Order order) {
    return folder.resolve(order.program() + ".json");
  }
}
