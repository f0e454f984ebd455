package com.cottonerp.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Pub/Sub on this machine: the server of {@code local-pubsub}, which keeps what it has over its
 * restarts, or with {@code -Dpubsub=google} Google's emulator, which forgets everything when it
 * stops: whoever starts it again also creates the topology again.
 *
 * <p>A process that this class started ends with {@link #stop()} (a temporary one also with the
 * JVM); a foreign one, named by {@code PUBSUB_EMULATOR_HOST}, is left alone.
 */
public final class LocalPubSub implements AutoCloseable {
  private final String host;
  private final PubSubServer server;
  private final Path data;
  private final boolean temporary;

  /**
   * @param server null when somebody else runs it
   */
  private LocalPubSub(String host, PubSubServer server, Path data, boolean temporary) {
    this.host = host;
    this.server = server;
    this.data = data;
    this.temporary = temporary;
  }

  /** A server of one's own on a free port, for a test. Faults can be asked for. */
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
   * Starts a server that keeps its messages in the folder. Faults can be asked for with {@code
   * -Dpubsub.faults=true} only.
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

  /** A server that somebody else runs. */
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

  /** Whether what was published and not acknowledged is there after a restart. */
  public boolean keepsMessages() {
    return isOurs() && !Platform.isGoogle();
  }

  /** The process id, or 0 when it is no process of this machine, or somebody else's. */
  public long pid() {
    return isOurs() ? server.pid() : 0;
  }

  public boolean isAlive() {
    return !isOurs() || server.isAlive();
  }

  /**
   * Ends the server as a crash would, and starts it again at the same address, with what it keeps.
   */
  public synchronized void restart() {
    server.stop();
    server.start();
  }

  /** Starts the server again at the same address, without topics and messages. */
  public synchronized void restartEmpty() {
    server.stop();
    delete(data);
    server.start();
  }

  /** Freezes the server: connections stay open and nothing is answered. */
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

  /** Ends the server, and deletes what a temporary one has kept. */
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
