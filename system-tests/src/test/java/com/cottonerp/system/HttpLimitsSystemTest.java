package com.cottonerp.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.defaults.security.SubjectIds;
import com.cottonerp.runner.ApiClient;
import com.cottonerp.runner.DevelopmentIssuer;
import com.cottonerp.runner.ProgramProcess;
import com.cottonerp.system.testkit.RawHttp;
import com.cottonerp.system.testkit.TestSystem;
import com.cottonerp.system.testkit.Waiting;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that hold on to a program without asking it for anything. */
@ExtendWith(TestSystem.Shared.class)
class HttpLimitsSystemTest {
  private final TestSystem system;

  HttpLimitsSystemTest(TestSystem system) {
    this.system = system;
  }

  @Test
  void an_upgrade_to_http_2_is_not_taken_and_the_request_is_answered() throws IOException {
    for (ProgramProcess program : system.local().programs()) {
      RawHttp.Answer answer =
          RawHttp.send(
              program.url(),
              "GET /api/v1/no-such-thing HTTP/1.1\r\n"
                  + "Host: x\r\n"
                  + "Connection: Upgrade, HTTP2-Settings\r\n"
                  + "Upgrade: h2c\r\n"
                  + "HTTP2-Settings: AAMAAABkAAQAAP__",
              new byte[0]);

      assertThat(answer.status()).as(program.name()).isEqualTo(404);
      assertThat(RawHttp.send(program.url(), "PRI * HTTP/2.0\r\n\r\nSM\r\n", new byte[0]).status())
          .as(program.name() + " takes no HTTP/2 that was not asked for")
          .isEqualTo(400);
      assertThat(RawHttp.send(program.url(), "GET /api/v1/units HTTP/1.1", new byte[0]).status())
          .as(program.name() + " is not named")
          .isEqualTo(400);
    }
  }

  @Test
  void a_client_that_never_comes_to_the_end_of_its_headers_is_left() throws IOException {
    ProgramProcess settings = one("settings-of-the-hasty", Map.of("HTTP_HEADER_TIMEOUT", "1s"));
    try {
      for (String beginning : List.of("", "GET /api/v1/units HTTP/1.1\r\nHost: x\r\n")) {
        try (Socket slow = RawHttp.connect(settings.url())) {
          slow.getOutputStream().write(beginning.getBytes(ISO_8859_1));

          Waiting.until("the program ends the connection", () -> isClosed(slow));
        }
      }
      try (Socket patient = RawHttp.connect(settings.url())) {
        InputStream answers = new BufferedInputStream(patient.getInputStream());
        byte[] request = "GET /api/v1/units HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(ISO_8859_1);
        for (int time = 0; time < 3; time++) {
          patient.getOutputStream().write(request);
          assertThat(RawHttp.read(answers).status()).isEqualTo(401);
        }
        // A second request on a connection that has been of use is held to the same.
        patient.getOutputStream().write("GET /api/v".getBytes(ISO_8859_1));

        Waiting.until("the program ends the connection", () -> isClosed(patient));
      }
    } finally {
      settings.stop();
    }
  }

  @Test
  void no_more_connections_are_let_in_than_are_allowed() throws IOException {
    ProgramProcess settings = one("settings-of-the-few", Map.of("HTTP_MAX_CONNECTIONS", "5"));
    List<Socket> open = new ArrayList<>();
    try {
      for (int number = 0; number < 8; number++) {
        open.add(RawHttp.connect(settings.url()));
      }

      Waiting.until(
          "the last ones are closed",
          () -> open.stream().filter(HttpLimitsSystemTest::isClosed).count() >= 3);
      for (Socket socket : open) {
        socket.close();
      }
      Waiting.until("it lets others in again", settings::isReady);
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
      settings.stop();
    }
  }

  @Test
  void a_request_that_a_gateway_may_read_in_another_way_is_refused() throws IOException {
    String chunked = "Transfer-Encoding: chunked\r\n";
    for (String head :
        List.of(
            "POST /api/v1/units HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n" + chunked,
            "POST /api/v1/units HTTP/1.1\r\nHost: x\r\n" + chunked + "Content-Length: 5\r\n",
            "POST /api/v1/units HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n",
            "POST /api/v1/units HTTP/1.1\r\n"
                + "Host: x\r\n"
                + "Transfer-Encoding: xchunked\r\n"
                + "Content-Length: 5\r\n",
            "\0GET /api/v1/units HTTP/1.1\r\nHost: x\r\n",
            "\r\n\u0001GET /api/v1/units HTTP/1.1\r\nHost: x\r\n",
            " GET /api/v1/units HTTP/1.1\r\nHost: x\r\n",
            "GET /api;x/v1/units HTTP/1.1\r\nHost: x\r\n",
            "GET /api/v1/units;x=1 HTTP/1.1\r\nHost: x\r\n",
            "GET /api%3Bx/v1/units HTTP/1.1\r\nHost: x\r\n")) {
      for (ProgramProcess program : system.local().programs()) {
        String end = head.startsWith("POST") ? "\r\n0\r\n\r\n" : "\r\n";
        assertThat(answers(program.url(), head + end))
            .as(program.name() + ": " + head)
            .singleElement()
            .extracting(RawHttp.Answer::status)
            .isEqualTo(400);
      }
    }
  }

  @Test
  void what_follows_a_request_on_its_connection_is_held_to_the_same() throws IOException {
    String good = "GET /api/v1/units HTTP/1.1\r\nHost: x\r\n\r\n";
    String settings = system.program("settings-service").url();

    assertThat(answers(settings, good + "\r\n" + good + "\0" + good))
        .extracting(RawHttp.Answer::status)
        .containsExactly(401, 401, 400);
    assertThat(
            answers(
                settings,
                good.replace("GET", "POST")
                        .replace("x\r\n\r\n", "x\r\nTransfer-Encoding: chunked\r\n\r\n")
                    + "2\r\n{}\r\n0\r\n\r\n"
                    + good))
        .as("chunks are fine by themselves")
        .hasSize(2);
  }

  @Test
  void every_answer_of_a_program_has_the_headers_for_browsers_whatever_its_path()
      throws IOException {
    for (String path :
        List.of(
            "/api/v1/units", "/api;x/v1/units", "/", "//api/v1/units", "/nothing", "/%2e/api")) {
      RawHttp.Answer answer =
          answers(
                  system.program("settings-service").url(),
                  "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n")
              .get(0);

      assertThat(answer.headers())
          .as(path)
          .containsEntry("x-content-type-options", "nosniff")
          .containsEntry("cache-control", "no-store")
          .containsEntry("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
    }
  }

  /** All answers on a connection, until it is closed or nothing comes any more. */
  private static List<RawHttp.Answer> answers(String program, String bytes) throws IOException {
    List<RawHttp.Answer> answers = new ArrayList<>();
    try (Socket socket = RawHttp.connect(program)) {
      socket.setSoTimeout(1_000);
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (true) {
        answers.add(RawHttp.read(in));
      }
    } catch (EOFException | java.net.SocketException | java.net.SocketTimeoutException noMore) {
      return answers;
    }
  }

  @Test
  void who_asks_for_more_than_their_share_is_told_when_to_come_again_and_nobody_else_is() {
    ProgramProcess settings =
        one(
            "settings-of-the-modest",
            Map.of(
                "HTTP_READS_PER_MINUTE", "1",
                "HTTP_READS_AT_ONCE", "5",
                "HTTP_WRITES_PER_MINUTE", "1",
                "HTTP_WRITES_AT_ONCE", "2",
                "HTTP_ANONYMOUS_PER_MINUTE", "1",
                "HTTP_ANONYMOUS_AT_ONCE", "3"));
    try {
      String terms = settings.url() + "/api/v1/trade-terms";
      ApiClient greedy = system.apiOf("a-greedy-user");
      for (int request = 0; request < 5; request++) {
        greedy.get(terms).expect(200);
      }
      ApiClient.Answer refused = greedy.get(terms);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.text("type")).endsWith("/too-many-requests");
      assertThat(Integer.parseInt(greedy.headersOf(terms).get("retry-after"))).isBetween(1, 60);

      // Writes are counted apart, also those that are refused.
      assertThat(greedy.post(terms, "{}").status()).isEqualTo(422);
      assertThat(greedy.post(terms, "{}").status()).isEqualTo(422);
      assertThat(greedy.post(terms, "{}").status()).isEqualTo(429);
      system.apiOf("another-user").get(terms).expect(200);

      // A refused employee counts as everybody does.
      ApiClient former = former(UUID.randomUUID());
      for (int request = 0; request < 5; request++) {
        assertThat(former.get(terms).text("type")).endsWith("/access-withdrawn");
      }
      assertThat(former.get(terms).status()).isEqualTo(429);

      // A bad token counts for its address, whose other users go on.
      ApiClient nobody = new ApiClient("no-token");
      for (int request = 0; request < 3; request++) {
        assertThat(nobody.get(terms).status()).isEqualTo(401);
      }
      assertThat(nobody.get(terms).status()).isEqualTo(429);
      assertThat(anonymous(terms)).isEqualTo(429);
      system.apiOf("another-user").get(terms).expect(200);
      for (int request = 0; request < 10; request++) {
        assertThat(anonymous(settings.managementUrl() + "/q/health/live")).isEqualTo(200);
        assertThat(anonymous(settings.managementUrl() + "/q/metrics")).isEqualTo(200);
      }
    } finally {
      settings.stop();
    }
  }

  /** Somebody whom a partner has deactivated. */
  private ApiClient former(UUID partner) {
    String user = "former-" + partner;
    system
        .database("settings")
        .query(
            "INSERT INTO employee_access VALUES (?, ?, false, 1) RETURNING allowed",
            row -> row.getBoolean(1),
            partner,
            SubjectIds.of(DevelopmentIssuer.ISSUER, user).toString());
    return new ApiClient(
        system
            .local()
            .issuer()
            .token(
                user,
                DevelopmentIssuer.allPermissions(),
                Optional.of(partner),
                Duration.ofMinutes(5)));
  }

  private static int anonymous(String url) {
    try {
      return RawHttp.send(
              url.replaceAll("(http://[^/]*).*", "$1"),
              "GET " + url.replaceAll("http://[^/]*", "") + " HTTP/1.1\r\nHost: x",
              new byte[0])
          .status();
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private ProgramProcess one(String name, Map<String, String> environment) {
    ProgramProcess settings = system.local().another("settings-service", name, environment);
    settings.start();
    Waiting.until("it is ready", settings::isReady);
    return settings;
  }

  private static boolean isClosed(Socket socket) {
    try {
      socket.setSoTimeout(50);
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }
}
