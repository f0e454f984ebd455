package com.cottonerp.runner.soak;

import com.cottonerp.platform.FreePort;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A TCP proxy between all programs and the broker, or the database. The proxy can be slow, cut, or
 * half open (connections stay, but no bytes pass). Thread-safe.
 */
final class Network implements AutoCloseable {
  private static final int BUFFER = 16 * 1024;
  private static final int CONNECT_MILLIS = 2_000;

  /** What the proxy does with bytes. */
  enum State {
    FINE,
    /** Each piece is delayed. */
    SLOW,
    /** Bytes wait, on old and new connections; neither side sees an error. */
    HALF_OPEN,
    /** New connections are refused, and open connections are closed. */
    CUT
  }

  private final ServerSocket server;
  private final Supplier<InetSocketAddress> target;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final Object changed = new Object();
  private State state = State.FINE;
  private long slowMillis;

  /**
   * @param target the server's address, asked for each connection
   */
  Network(String name, Supplier<InetSocketAddress> target) {
    this.target = target;
    try {
      this.server = new ServerSocket(FreePort.next(), 200, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    daemon("network-" + name, this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /**
   * @param millis the delay of each piece in state SLOW
   */
  void become(State next, long millis) {
    synchronized (changed) {
      state = next;
      slowMillis = millis;
      changed.notifyAll();
    }
    if (next == State.CUT) {
      sockets.forEach(Network::close);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        if (isCut()) {
          close(client);
        } else {
          connect(client);
        }
      } catch (IOException targetAway) {
        // The closed connection has told the client.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    Socket onward = new Socket();
    try {
      onward.connect(target.get(), CONNECT_MILLIS);
    } catch (IOException | RuntimeException notThere) {
      close(onward);
      close(client);
      return;
    }
    client.setTcpNoDelay(true);
    onward.setTcpNoDelay(true);
    sockets.add(client);
    sockets.add(onward);
    // WHY again: a cut since the last look has not closed these two.
    if (isCut()) {
      close(client);
      close(onward);
    }
    daemon("network-out", () -> forward(client, onward));
    daemon("network-back", () -> forward(onward, client));
  }

  private void forward(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        awaitPassage();
        out.write(buffer, 0, read);
      }
    } catch (IOException ended) {
      // The close tells both sides.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private void awaitPassage() throws InterruptedException {
    long wait;
    synchronized (changed) {
      while (state == State.HALF_OPEN) {
        changed.wait();
      }
      wait = state == State.SLOW ? slowMillis : 0;
    }
    if (wait > 0) {
      new CountDownLatch(1).await(wait, TimeUnit.MILLISECONDS);
    }
  }

  private boolean isCut() {
    synchronized (changed) {
      return state == State.CUT;
    }
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception alreadyGone) {
      // Closing was the aim.
    }
  }

  @Override
  public void close() {
    close(server);
    sockets.forEach(Network::close);
  }
}
