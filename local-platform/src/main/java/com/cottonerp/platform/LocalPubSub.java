package com.cottonerp.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Google's Pub/Sub emulator. It forgets everything when it stops: whoever starts it again also
 * creates the topology again.
 *
 * <p>A process that this class started ends with {@link #stop()} (a temporary one also with the
 * JVM); a foreign one, named by {@code PUBSUB_EMULATOR_HOST}, is left alone.
 */
public final class LocalPubSub implements AutoCloseable {
  private final String host;
  private final PubSubServer server;

  /**
   * @param server null when somebody else runs it
   */
  private LocalPubSub(String host, PubSubServer server) {
    this.host = host;
    this.server = server;
  }

  /** An emulator of one's own on a free port, for a test. */
  public static LocalPubSub startTemporary() {
    try {
      LocalPubSub emulator =
          start(FreePort.next(), Files.createTempFile("pubsub-emulator", ".log"));
      Runtime.getRuntime().addShutdownHook(new Thread(emulator::stop));
      return emulator;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public static LocalPubSub start(int port, Path log) {
    LocalPubSub emulator =
        new LocalPubSub(
            "127.0.0.1:" + port,
            Platform.isContainers() ? new EmulatorContainer(port) : new EmulatorProcess(port, log));
    emulator.restart();
    return emulator;
  }

  /** An emulator that somebody else runs. */
  public static LocalPubSub at(String host) {
    return new LocalPubSub(host, null);
  }

  /** The address for {@code PUBSUB_EMULATOR_HOST}. */
  public String host() {
    return host;
  }

  public boolean isOurs() {
    return server != null;
  }

  /** The process id, or 0 when it is no process of this machine, or somebody else's. */
  public long pid() {
    return isOurs() ? server.pid() : 0;
  }

  public boolean isAlive() {
    return !isOurs() || server.isAlive();
  }

  /** Starts the emulator again at the same address, empty. */
  public synchronized void restart() {
    server.stop();
    server.start();
  }

  /** Freezes the emulator: connections stay open and nothing is answered. */
  public void pause() {
    server.pause();
  }

  /** Ends {@link #pause()}. */
  public void resume() {
    server.resume();
  }

  public synchronized void stop() {
    if (isOurs()) {
      server.stop();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
