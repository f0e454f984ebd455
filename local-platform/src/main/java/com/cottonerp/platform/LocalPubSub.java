package com.cottonerp.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Google's Pub/Sub emulator. It forgets everything when it stops: whoever starts it again also
 * creates the topology again.
 *
 * <p>A process that this class started ends with {@link #stop()} (a temporary one also with the
 * JVM); a foreign one, named by {@code PUBSUB_EMULATOR_HOST}, is left alone.
 */
public final class LocalPubSub implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

  private final String host;
  private final int port;
  private final Path log;
  private Process process;

  private LocalPubSub(String host, int port, Path log) {
    this.host = host;
    this.port = port;
    this.log = log;
  }

  /** An emulator of one's own on a free port, for a test. */
  public static LocalPubSub startTemporary() {
    try {
      LocalPubSub emulator = start(freePort(), Files.createTempFile("pubsub-emulator", ".log"));
      Runtime.getRuntime().addShutdownHook(new Thread(emulator::stop));
      return emulator;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public static LocalPubSub start(int port, Path log) {
    LocalPubSub emulator = new LocalPubSub("127.0.0.1:" + port, port, log);
    emulator.restart();
    return emulator;
  }

  /** An emulator that somebody else runs. */
  public static LocalPubSub at(String host) {
    return new LocalPubSub(host, Integer.parseInt(host.substring(host.indexOf(':') + 1)), null);
  }

  /** The address for {@code PUBSUB_EMULATOR_HOST}. */
  public String host() {
    return host;
  }

  public boolean isOurs() {
    return log != null;
  }

  /** The process id, or 0 when somebody else runs it. */
  public long pid() {
    return process == null ? 0 : process.pid();
  }

  public boolean isAlive() {
    return !isOurs() || (process != null && process.isAlive());
  }

  /** Starts the emulator again at the same address, empty. */
  public synchronized void restart() {
    stop();
    List<String> command = EmulatorCommand.find(port);
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException failure) {
      throw new UncheckedIOException("The Pub/Sub emulator did not start", failure);
    }
    awaitListening();
  }

  private void awaitListening() {
    Instant deadline = Instant.now().plus(START_TIMEOUT);
    while (!accepts()) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("The Pub/Sub emulator did not start; see " + log);
      }
      waitBriefly();
    }
  }

  private void waitBriefly() {
    try {
      process.waitFor(50, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the Pub/Sub emulator started");
    }
  }

  private boolean accepts() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Freezes the emulator: connections stay open and nothing is answered. */
  public void pause() {
    signal("STOP");
  }

  /** Ends {@link #pause()}. */
  public void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  public synchronized void stop() {
    if (process != null) {
      process.destroyForcibly();
      process.onExit().join();
      process = null;
    }
  }

  @Override
  public void close() {
    stop();
  }

  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
