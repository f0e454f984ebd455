package com.cottonerp.eventing.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A way to a server that can be blocked without either end being told, as by a firewall that forgot
 * the connection.
 */
public final class TcpProxy implements AutoCloseable {
  private final ServerSocket server;
  private final String host;
  private final int port;
  private final List<Connection> connections = new CopyOnWriteArrayList<>();

  private volatile boolean frozen;

  public TcpProxy(String target) {
    this.host = target.substring(0, target.indexOf(':'));
    this.port = Integer.parseInt(target.substring(target.indexOf(':') + 1));
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    daemon(this::accept);
  }

  public String host() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** What is open swallows everything from now on, for ever; what is opened meanwhile as well. */
  public void freeze() {
    frozen = true;
    connections.forEach(connection -> connection.dead = true);
  }

  /** New connections work again. */
  public void thaw() {
    frozen = false;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        forward(server.accept());
      } catch (IOException gone) {
        // The target does not listen, or this proxy is closed.
      }
    }
  }

  /** WHY it closes what it cannot pass on: else a server that is down looks like one that hangs. */
  private void forward(Socket client) throws IOException {
    Socket target;
    try {
      target = new Socket(host, port);
    } catch (IOException refused) {
      client.close();
      throw refused;
    }
    Connection connection = new Connection(client, target, frozen);
    connections.add(connection);
    daemon(() -> connection.forward(client, target));
    daemon(() -> connection.forward(target, client));
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "tcp-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private static final class Connection {
    private final Socket client;
    private final Socket target;
    private volatile boolean dead;

    Connection(Socket client, Socket target, boolean dead) {
      this.client = client;
      this.target = target;
      this.dead = dead;
    }

    void forward(Socket from, Socket to) {
      byte[] buffer = new byte[64 * 1024];
      try (InputStream in = from.getInputStream()) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          if (!dead) {
            to.getOutputStream().write(buffer, 0, read);
          }
        }
      } catch (IOException closed) {
        // One end has gone.
      }
      if (!dead) {
        close();
      }
    }

    void close() {
      try {
        client.close();
        target.close();
      } catch (IOException ignored) {
        // Closed already.
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    connections.forEach(Connection::close);
  }
}
