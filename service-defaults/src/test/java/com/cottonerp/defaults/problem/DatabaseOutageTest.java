package com.cottonerp.defaults.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParseException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseOutageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "08006", "25006", "28000", "28P01", "3D000", "53100", "53300", "57P01", "57P02", "57P03",
        "58030"
      })
  void a_database_that_refuses_is_an_outage(String sqlState) {
    assertThat(causes(Refused.wrapped("ERROR", sqlState))).isTrue();
    assertThat(causes(new RuntimeException(new SQLException("no", sqlState)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"42501", "55000", "XX000"})
  void what_ends_the_session_is_an_outage_and_what_ends_a_statement_is_not(String sqlState) {
    assertThat(causes(Refused.wrapped("FATAL", sqlState))).isTrue();
    assertThat(causes(Refused.wrapped("ERROR", sqlState))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22001", "23505", "40001", "42P01", "55P03", "57014", "P0001"})
  void a_statement_that_fails_is_no_outage(String sqlState) {
    assertThat(causes(Refused.wrapped("ERROR", sqlState))).isFalse();
    assertThat(causes(new SQLException("no", sqlState))).isFalse();
  }

  @Test
  void a_refusal_without_a_state_is_told_by_its_severity() {
    assertThat(causes(Refused.wrapped("FATAL", null))).isTrue();
    assertThat(causes(Refused.wrapped(null, null))).isFalse();
  }

  @Test
  void nobody_who_listens_is_an_outage_and_a_payload_that_cannot_be_read_is_not() {
    assertThat(causes(new IllegalStateException("x", new ConnectException("refused")))).isTrue();
    assertThat(causes(new ClosedChannelException())).isTrue();
    assertThat(causes(new JsonParseException(null, "no JSON"))).isFalse();
    assertThat(causes(new IOException("a form that ends in the middle"))).isFalse();
    assertThat(causes(new NoSuchFileException("an upload"))).isFalse();
  }

  @Test
  void a_connection_that_breaks_while_it_is_used_is_an_outage() throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open().bind(null);
        SocketChannel client = SocketChannel.open(server.getLocalAddress())) {
      SocketChannel served = server.accept();
      served.setOption(StandardSocketOptions.SO_LINGER, 0);
      served.close();

      assertThatThrownBy(() -> client.read(ByteBuffer.allocate(1)))
          .isInstanceOf(IOException.class)
          .satisfies(reset -> assertThat(causes(reset)).isTrue());
    }
  }

  private static boolean causes(Throwable failure) {
    return DatabaseOutage.causes(failure, Refused.READER);
  }
}
