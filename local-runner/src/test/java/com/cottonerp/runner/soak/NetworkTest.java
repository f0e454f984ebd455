package com.cottonerp.runner.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private static final int SHORT = 300;
  private static final int LONG = 20_000;

  private ServerSocket target;
  private Network network;

  @BeforeEach
  void openNetwork() throws IOException {
    target = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    network =
        new Network(
            "test", () -> new InetSocketAddress(target.getInetAddress(), target.getLocalPort()));
  }

  @AfterEach
  void closeNetwork() throws IOException {
    network.close();
    target.close();
  }

  @Test
  void what_is_sent_while_it_is_half_open_arrives_when_it_is_fine_again() throws IOException {
    try (Socket client = connect();
        Socket server = target.accept()) {
      network.become(Network.State.HALF_OPEN, 0);
      client.getOutputStream().write(7);
      server.setSoTimeout(SHORT);
      assertThatThrownBy(() -> server.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);

      network.become(Network.State.FINE, 0);

      server.setSoTimeout(LONG);
      assertThat(server.getInputStream().read()).isEqualTo(7);
    }
  }

  @Test
  void a_cut_ends_connections_on_both_sides_and_refuses_new_ones() throws IOException {
    try (Socket client = connect();
        Socket server = target.accept()) {
      network.become(Network.State.CUT, 0);

      assertThat(ends(client)).isTrue();
      assertThat(ends(server)).isTrue();
      try (Socket late = connect()) {
        assertThat(ends(late)).isTrue();
      }
    }
  }

  private static boolean ends(Socket socket) throws IOException {
    socket.setSoTimeout(LONG);
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), network.port());
  }
}
