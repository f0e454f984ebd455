package com.cottonerp.defaults.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {
  private static ClientAddresses trusting(String... proxies) {
    return new ClientAddresses(
        proxies.length == 0 ? Optional.empty() : Optional.of(List.of(proxies)));
  }

  @Test
  void nobody_is_believed_who_is_not_trusted() {
    assertThat(trusting().of("203.0.113.9", List.of("198.51.100.7"))).isEqualTo("203.0.113.9");
    assertThat(trusting("10.0.0.0/8").of("203.0.113.9", List.of("198.51.100.7")))
        .isEqualTo("203.0.113.9");
  }

  @Test
  void the_last_address_that_no_trusted_proxy_has_is_the_clients() {
    ClientAddresses addresses = trusting("10.0.0.0/8", "192.0.2.1", "fd00::/8");

    assertThat(addresses.of("10.1.1.1", List.of("198.51.100.7"))).isEqualTo("198.51.100.7");
    assertThat(addresses.of("10.1.1.1", List.of("1.1.1.1, 198.51.100.7, 192.0.2.1")))
        .isEqualTo("198.51.100.7");
    assertThat(addresses.of("10.1.1.1", List.of("1.1.1.1", "198.51.100.7", "10.2.2.2")))
        .isEqualTo("198.51.100.7");
    assertThat(addresses.of("fd00::1", List.of("2001:db8::7"))).isEqualTo("2001:db8::7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "", "localhost", "198.51.100.7:80", "<script>"})
  void what_is_no_address_is_not_taken_for_one(String hop) {
    assertThat(trusting("10.0.0.0/8").of("10.1.1.1", List.of(hop))).isEqualTo("10.1.1.1");
  }

  @Test
  void without_the_header_it_is_the_peer() {
    assertThat(trusting("10.0.0.0/8").of("10.1.1.1", List.of())).isEqualTo("10.1.1.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a-proxy", "10.0.0.0/x", "10.0.0.0/99"})
  void a_setting_that_is_no_network_is_refused(String proxy) {
    assertThatThrownBy(() -> trusting(proxy)).isInstanceOf(IllegalArgumentException.class);
  }
}
