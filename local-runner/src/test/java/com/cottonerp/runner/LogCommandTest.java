package com.cottonerp.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCommandTest {
  private static final String TRACE = "0135bf02732649889318e8d5c39d2cab";

  @TempDir Path state;

  @Test
  void the_lines_of_a_trace_come_from_all_programs_in_the_order_of_their_times()
      throws IOException {
    log("risk-service", json("2026-01-01T10:00:02Z", "Applied it", TRACE));
    log(
        "settings-service",
        json("2026-01-01T10:00:01Z", "Took it", TRACE),
        json("2026-01-01T10:00:01Z", "Something else", "ffffffffffffffffffffffffffffffff"));

    assertThat(new LogCommand(state).ofTrace(TRACE))
        .hasSize(2)
        .first()
        .asString()
        .contains("settings-service", "INFO", "Inbox: Took it");
    assertThat(new LogCommand(state).ofTrace(TRACE.substring(0, 10)).get(1))
        .contains("risk-service", "Applied it");
  }

  @Test
  void a_line_that_is_not_json_is_shown_as_it_is() throws IOException {
    log("pubsub-emulator", "plain text of " + TRACE);

    assertThat(new LogCommand(state).ofTrace(TRACE))
        .containsExactly("pubsub-emulator plain text of " + TRACE);
  }

  @Test
  void what_is_no_trace_id_is_refused_and_one_that_nobody_logged_has_no_lines() {
    assertThatThrownBy(() -> new LogCommand(state).ofTrace("risk"))
        .isInstanceOf(UsageException.class);
    assertThat(new LogCommand(state).ofTrace(TRACE)).isEmpty();
  }

  private void log(String program, String... lines) throws IOException {
    Path logs = Files.createDirectories(state.resolve("logs"));
    Files.write(logs.resolve(program + ".log"), List.of(lines));
  }

  private static String json(String time, String message, String trace) {
    return """
        {"timestamp":"%s","loggerName":"com.cottonerp.Inbox","level":"INFO","message":"%s","mdc":{"traceId":"%s"}}"""
        .formatted(time, message, trace);
  }
}
