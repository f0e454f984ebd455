package com.cottonerp.runner;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cottonerp.runner.traces.TraceReceiver;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The part of {@code ./run} that the system in containers needs too: the development issuer over
 * HTTP, and the watch over the emulator. {@code ./run} on the same machine learns the addresses
 * here.
 *
 * <p>{@code GET /jwks.json}: the public key. {@code GET
 * /token?user=&permissions=&partner=&minutes=}: a bearer token. {@code GET /system.json}: the
 * addresses on this machine. The paths of {@link TraceReceiver} are here too.
 */
final class LocalServer {
  static final int PORT = 8090;

  private static final Path STATE = Path.of("/var/lib/local-runner");
  private static final Path RELAY_TOKEN = Path.of("/run/relay-token/token");
  private static final Duration RELAY_TOKEN_LIFETIME = Duration.ofDays(2);

  private final DevelopmentIssuer issuer = DevelopmentIssuer.in(STATE.resolve("keys"));

  void serve() {
    var background = Executors.newScheduledThreadPool(2);
    background.scheduleAtFixedRate(this::writeRelayToken, 12, 12, TimeUnit.HOURS);
    PubSubWatch watch =
        new PubSubWatch(
            new RecentReplay(
                System.getenv("PUBSUB_EMULATOR_HOST"), System.getenv("RELAY_URL"), issuer),
            STATE.resolve("pubsub-last-seen"));
    background.scheduleWithFixedDelay(watch::look, 1, 1, TimeUnit.SECONDS);
    writeRelayToken();
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(PORT), 0);
      server.createContext("/jwks.json", call -> answer(call, issuer.jwks()));
      server.createContext("/token", this::token);
      server.createContext("/system.json", call -> answer(call, addresses().toJson()));
      new TraceReceiver().on(server);
      server.setExecutor(background);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
      server.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    System.out.println("The development issuer listens on port " + PORT);
  }

  private void token(HttpExchange call) throws IOException {
    Map<String, String> query = query(call.getRequestURI().getRawQuery());
    String permissions = query.getOrDefault("permissions", "");
    try {
      answer(
          call,
          issuer.token(
              query.getOrDefault("user", "developer"),
              permissions.isEmpty()
                  ? DevelopmentIssuer.ALL_PERMISSIONS
                  : Set.of(permissions.split(",")),
              Optional.ofNullable(query.get("partner")).map(UUID::fromString),
              Duration.ofMinutes(Long.parseLong(query.getOrDefault("minutes", "60")))));
    } catch (IllegalArgumentException wrong) {
      call.sendResponseHeaders(400, -1);
      call.close();
    }
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : raw == null ? List.<String>of() : List.of(raw.split("&"))) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], UTF_8));
    }
    return query;
  }

  private static void answer(HttpExchange call, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(200, bytes.length);
    try (call) {
      call.getResponseBody().write(bytes);
    }
  }

  private void writeRelayToken() {
    try {
      Files.writeString(
          RELAY_TOKEN,
          issuer.token("inbox", Set.of("OUTBOX_REPLAY"), Optional.empty(), RELAY_TOKEN_LIFETIME));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  // docker-compose.yml passes its published ports to this server.
  private static SystemFile addresses() {
    HostPorts ports = new HostPorts(System.getenv());
    Map<String, SystemFile.Service> services = new LinkedHashMap<>();
    Program.ALL.forEach(
        program ->
            services.put(
                program.name(),
                new SystemFile.Service(
                    "http://localhost:" + ports.of(program),
                    "http://localhost:" + ports.managementOf(program),
                    0,
                    program.schema())));
    return new SystemFile(
        LocalSystem.PROJECT,
        0,
        new SystemFile.PubSub("127.0.0.1:" + ports.pubsub(), null),
        new SystemFile.Database(
            "jdbc:postgresql://127.0.0.1:%d/cotton_erp".formatted(ports.postgres()),
            "postgres",
            "postgres"),
        services,
        "http://127.0.0.1:" + ports.localRunner());
  }
}
