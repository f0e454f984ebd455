package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.cottonerp.runner.ProgramProcess;
import com.cottonerp.system.testkit.TestSystem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever is on the same network as a developer does not reach what takes development tokens. */
@ExtendWith(TestSystem.Shared.class)
class LoopbackSystemTest {
  private final TestSystem system;

  LoopbackSystemTest(TestSystem system) {
    this.system = system;
  }

  @Test
  void nothing_of_the_local_system_is_reached_by_the_address_of_the_machine() throws IOException {
    List<InetAddress> ours = addressesOnTheNetwork();
    assumeTrue(!ours.isEmpty(), "this machine is on no network");

    for (int port : ports()) {
      assertThat(answers(InetAddress.getLoopbackAddress(), port)).as("port " + port).isTrue();
      assertThat(ours).as("port " + port).noneMatch(address -> answers(address, port));
    }
  }

  private List<Integer> ports() {
    List<Integer> ports = new ArrayList<>();
    for (ProgramProcess program : system.local().programs()) {
      ports.add(URI.create(program.url()).getPort());
      ports.add(URI.create(program.managementUrl()).getPort());
    }
    ports.add(Integer.parseInt(system.local().pubsub().host().replaceAll(".*:", "")));
    ports.add(Integer.parseInt(system.local().database().url().replaceAll(".*:(\\d+)/.*", "$1")));
    return ports;
  }

  private static List<InetAddress> addressesOnTheNetwork() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
        .toList();
  }

  private static boolean answers(InetAddress address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 1_000);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
