package com.cottonerp.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HostPortsTest {
  @Test
  void a_port_is_the_documented_one_unless_its_variable_says_another() {
    HostPorts ports =
        new HostPorts(Map.of("COTTON_TRADE_DESK_SERVICE_PORT", "9083", "COTTON_PUBSUB_PORT", ""));

    assertThat(ports.of(Program.named("trade-desk"))).isEqualTo(9083);
    assertThat(ports.of(Program.named("outbox-relay"))).isEqualTo(8080);
    assertThat(ports.pubsub()).isEqualTo(18085);
    assertThat(ports.postgres()).isEqualTo(15432);
    assertThat(ports.localRunner()).isEqualTo(18090);
  }

  @Test
  void what_is_no_port_is_refused_by_the_name_of_its_variable() {
    assertThatThrownBy(() -> new HostPorts(Map.of("COTTON_POSTGRES_PORT", "fifteen")).postgres())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("COTTON_POSTGRES_PORT");
  }
}
