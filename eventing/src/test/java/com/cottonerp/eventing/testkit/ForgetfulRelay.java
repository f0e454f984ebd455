package com.cottonerp.eventing.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes requests for replays as the relay does, and loses the answers that a test wants lost. */
public final class ForgetfulRelay implements QuarkusTestResourceLifecycleManager {
  /** The ids that replays were asked for with, in the order of the requests. */
  public static final List<UUID> REQUESTED = new CopyOnWriteArrayList<>();

  /** So many answers are lost. */
  public static final AtomicInteger ANSWERS_TO_LOSE = new AtomicInteger();

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(threads);
    server.createContext("/", ForgetfulRelay::answer);
    server.start();
    return Map.of(
        "inbox.relay-url",
        "http://127.0.0.1:" + server.getAddress().getPort(),
        "quarkus.scheduler.enabled",
        "false");
  }

  @Override
  public void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().endsWith("/replays")) {
        respond(exchange, "{\"lanes\": []}");
        return;
      }
      REQUESTED.add(UUID.fromString(JSON.readTree(exchange.getRequestBody()).path("id").asText()));
      if (ANSWERS_TO_LOSE.getAndUpdate(lost -> Math.max(0, lost - 1)) == 0) {
        respond(exchange, "{\"enqueued\": 1}");
      }
    }
  }

  private static void respond(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }
}
