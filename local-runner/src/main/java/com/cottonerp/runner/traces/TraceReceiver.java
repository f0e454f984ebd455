package com.cottonerp.runner.traces;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Receives spans over OTLP/HTTP and keeps the last traces in memory. {@code POST /v1/traces}:
 * spans, in protobuf. {@code GET /traces}: the last traces, a line each, the newest last, and the
 * tree of the newest trace. {@code GET /traces/ID}: the tree of one trace, by the beginning of its
 * id.
 */
public final class TraceReceiver {
  private static final int MOST_TRACES = 500;
  private static final int MOST_SPANS = 2_000;
  private static final int LISTED = 20;

  private final RecentTraces traces = new RecentTraces(MOST_TRACES, MOST_SPANS);

  /** Adds these paths to the caller's server. */
  public TraceReceiver on(HttpServer server) {
    server.createContext("/v1/traces", this::take);
    server.createContext("/traces", this::show);
    return this;
  }

  /** Starts a server on a free port of this machine; the server ends with the JVM. */
  public static String start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      new TraceReceiver().on(server);
      server.start();
      return "http://127.0.0.1:" + server.getAddress().getPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * The settings that make a program report its spans to a receiver.
   *
   * @param address of the receiver
   * @param everyRequest true to report every request; false to report only requests with a sampled
   *     {@code traceparent} and to record no other request
   */
  public static Map<String, String> settings(String address, boolean everyRequest) {
    return Map.of(
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        address,
        "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL",
        "http/protobuf",
        "QUARKUS_OTEL_BSP_SCHEDULE_DELAY",
        "500ms",
        "OTEL_TRACES_SAMPLER_ARG",
        everyRequest ? "1" : "0",
        "OTEL_STATEMENT_SPANS",
        Boolean.toString(everyRequest));
  }

  private void take(HttpExchange call) throws IOException {
    try (call) {
      try {
        traces.add(OtlpSpans.read(body(call)));
      } catch (IOException notSpans) {
        call.sendResponseHeaders(400, -1);
        return;
      }
      // The body is an empty ExportTraceServiceResponse: all spans were accepted.
      call.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      call.sendResponseHeaders(200, -1);
    }
  }

  private static InputStream body(HttpExchange call) throws IOException {
    return "gzip".equals(call.getRequestHeaders().getFirst("Content-Encoding"))
        ? new GZIPInputStream(call.getRequestBody())
        : call.getRequestBody();
  }

  private void show(HttpExchange call) throws IOException {
    String id = call.getRequestURI().getPath().replaceFirst("^/traces/?", "");
    try (call) {
      if (id.isEmpty()) {
        answer(call, 200, list());
      } else {
        var tree = traces.find(id);
        answer(
            call,
            tree.isPresent() ? 200 : 404,
            tree.map(SpanTree::draw)
                .orElse("There is no trace, or more than one, that begins with " + id + "\n"));
      }
    }
  }

  private String list() {
    List<SpanTree> all = traces.all();
    if (all.isEmpty()) {
      return "No trace yet: a request with the header \"traceparent: 00-<32 hex digits>-<16 hex digits>-01\" makes one,"
          + " ./run demo --trace too, and with ./run --traces every request\n";
    }
    String last =
        all.subList(Math.max(0, all.size() - LISTED), all.size()).stream()
            .map(SpanTree::summary)
            .collect(Collectors.joining("\n"));
    return last + "\n\n" + all.get(all.size() - 1).draw();
  }

  private static void answer(HttpExchange call, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    call.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
  }
}
