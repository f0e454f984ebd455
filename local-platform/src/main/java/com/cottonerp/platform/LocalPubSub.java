package com.cottonerp.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Pub/Sub on this machine: the server of {@code local-pubsub}, which keeps messages over restarts,
 * or with {@code -Dpubsub=google} Google's emulator, which forgets everything when the emulator
 * stops. After a restart of the emulator, the caller creates the topology again.
 *
 * <p>{@link #stop()} ends a process that this class started (a temporary process also ends with the
 * JVM). A foreign process, named by {@code PUBSUB_EMULATOR_HOST}, is left alone.
 */
public final class LocalPubSub implements AutoCloseable {
  private final String host;
  private final PubSubServer server;
  private final Path data;
  private final boolean temporary;

  /**
   * @param server null for a foreign process
   */
  private LocalPubSub(String host, PubSubServer server, Path data, boolean temporary) {
    this.host = host;
    this.server = server;
    this.data = data;
    this.temporary = temporary;
  }

  /** Starts a server on a free port, for a test. Faults are allowed. */
  public static LocalPubSub startTemporary() {
    try {
      Path folder = Files.createTempDirectory("pubsub");
      LocalPubSub pubsub =
          start(FreePort.next(), folder.resolve("data"), folder.resolve("log"), true);
      Runtime.getRuntime().addShutdownHook(new Thread(pubsub::close));
      return pubsub;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Starts a server that keeps its messages in the folder. Faults are allowed only with {@code
   * -Dpubsub.faults=true}.
   */
  public static LocalPubSub start(int port, Path data, Path log) {
    return start(port, data, log, false);
  }

  private static LocalPubSub start(int port, Path data, Path log, boolean temporary) {
    LocalPubSub pubsub =
        new LocalPubSub("127.0.0.1:" + port, server(port, data, log, temporary), data, temporary);
    pubsub.restart();
    return pubsub;
  }

  private static PubSubServer server(int port, Path data, Path log, boolean temporary) {
    if (!Platform.isGoogle()) {
      boolean faults = temporary || Boolean.getBoolean("pubsub.faults");
      return new PubSubProcess(port, log, () -> LocalPubSubCommand.of(port, data, faults));
    }
    return Platform.isContainers()
        ? new EmulatorContainer(port)
        : new PubSubProcess(port, log, () -> EmulatorCommand.find(port));
  }

  /** Uses a server that another program runs. */
  public static LocalPubSub at(String host) {
    return new LocalPubSub(host, null, null, false);
  }

  /** The address for {@code PUBSUB_EMULATOR_HOST}. */
  public String host() {
    return host;
  }

  public boolean isOurs() {
    return server != null;
  }

  /** Whether published and unacknowledged messages survive a restart. */
  public boolean keepsMessages() {
    return isOurs() && !Platform.isGoogle();
  }

  /** The process id; 0 for a container, a remote server or a foreign process. */
  public long pid() {
    return isOurs() ? server.pid() : 0;
  }

  public boolean isAlive() {
    return !isOurs() || server.isAlive();
  }

  /**
   * Kills the server as a crash would, and starts the server at the same address with its kept
   * data.
   */
  public synchronized void restart() {
    server.stop();
    server.start();
  }

  /** Restarts the server at the same address, without topics and messages. */
  public synchronized void restartEmpty() {
    server.stop();
    delete(data);
    server.start();
  }

  /** Freezes the server: connections stay open, but get no answers. */
  public void pause() {
    server.pause();
  }

  /** Ends {@link #pause()}. */
  public void resume() {
    server.resume();
  }

  /** Ends the server; {@link #restart()} starts it again. */
  public synchronized void stop() {
    if (isOurs()) {
      server.stop();
    }
  }

  /** Ends the server, and deletes the data of a temporary server. */
  @Override
  public synchronized void close() {
    stop();
    if (temporary) {
      delete(data.getParent());
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
