package com.cottonerp.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortTest {
  @Test
  void no_port_is_given_twice_and_none_that_outgoing_connections_take() {
    Set<Integer> given = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      assertThat(given.add(FreePort.next())).isTrue();
    }
    assertThat(given).allMatch(port -> port < 32_768);
  }

  @Test
  void a_port_that_somebody_listens_on_is_taken() throws IOException {
    int port = FreePort.next();
    assertThat(FreePort.isTaken(port)).isFalse();
    try (ServerSocket server = new ServerSocket(port)) {
      assertThat(FreePort.isTaken(server.getLocalPort())).isTrue();
    }
  }

  @Test
  void processes_side_by_side_have_no_port_in_common() {
    Set<Integer> given = new HashSet<>();
    for (int process = 1; process <= 8; process++) {
      FreePort.Range range = FreePort.range(process);
      for (int port = range.first(); port < range.afterLast(); port++) {
        assertThat(given.add(port)).as("port %d of process %d", port, process).isTrue();
      }
    }
    assertThat(given).hasSize(FreePort.range(0).size());
  }
}
