package com.cottonerp.runner.traces;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TraceReceiverTest {
  private static final String TRACE = "0135bf02732649889318e8d5c39d2cab";
  private static final String CALLER = "00f067aa0ba902b7";
  private static final String REQUEST = "a000000000000001";
  private static final String PUBLISH = "a000000000000002";
  private static final String APPLY = "a000000000000003";
  private static final long MILLI = 1_000_000;

  private final String receiver = TraceReceiver.start();

  @Test
  void the_spans_of_several_programs_become_one_tree_whatever_comes_first()
      throws IOException, InterruptedException {
    send(spans("risk-service", span(APPLY, PUBLISH, "apply TermCreated", 40, 50)), false);
    send(spans("outbox-relay", span(PUBLISH, REQUEST, "publish settings-events", 20, 30)), true);
    send(spans("settings-service", span(REQUEST, CALLER, "POST /terms", 0, 10)), false);

    HttpResponse<String> tree = get("/traces/" + TRACE.substring(0, 8));

    assertThat(tree.statusCode()).isEqualTo(200);
    assertThat(tree.body().lines())
        .satisfiesExactly(
            summary -> assertThat(summary).contains(TRACE, "50.0 ms", "3 spans", "POST /terms"),
            first -> assertThat(first).endsWith("settings-service     POST /terms"),
            second ->
                assertThat(second)
                    .contains("+    20.0 ms     10.0 ms")
                    .endsWith("outbox-relay         └─ publish settings-events"),
            third -> assertThat(third).endsWith("risk-service            └─ apply TermCreated"));
    assertThat(get("/traces").body()).startsWith(TRACE).contains("└─ publish");
  }

  @Test
  void a_span_that_failed_says_why() throws IOException, InterruptedException {
    Span failed =
        span(REQUEST, CALLER, "publish", 0, 1).toBuilder()
            .setStatus(
                Status.newBuilder()
                    .setCode(Status.StatusCode.STATUS_CODE_ERROR)
                    .setMessage("no permission"))
            .build();

    send(spans("outbox-relay", failed), false);

    assertThat(get("/traces/" + TRACE).body()).contains("FAILED no permission");
  }

  @Test
  void what_is_no_export_is_refused_and_a_trace_that_nobody_reported_is_not_found()
      throws IOException, InterruptedException {
    assertThat(send(new byte[] {1, 2, 3}, false)).isEqualTo(400);
    assertThat(get("/traces/" + TRACE).statusCode()).isEqualTo(404);
    assertThat(get("/traces").body()).contains("No trace yet");
  }

  private static Span span(String id, String parent, String name, long start, long end) {
    return Span.newBuilder()
        .setTraceId(bytes(TRACE))
        .setSpanId(bytes(id))
        .setParentSpanId(bytes(parent))
        .setName(name)
        .setStartTimeUnixNano(start * MILLI)
        .setEndTimeUnixNano(end * MILLI)
        .build();
  }

  private static byte[] spans(String program, Span span) {
    KeyValue name =
        KeyValue.newBuilder()
            .setKey("service.name")
            .setValue(AnyValue.newBuilder().setStringValue(program))
            .build();
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(
            ResourceSpans.newBuilder()
                .setResource(Resource.newBuilder().addAttributes(name))
                .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
        .build()
        .toByteArray();
  }

  private static ByteString bytes(String hex) {
    return ByteString.copyFrom(HexFormat.of().parseHex(hex));
  }

  private int send(byte[] body, boolean zipped) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(receiver + "/v1/traces"));
    if (zipped) {
      request.header("Content-Encoding", "gzip");
    }
    return HttpClient.newHttpClient()
        .send(
            request.POST(BodyPublishers.ofByteArray(zipped ? zip(body) : body)).build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private static byte[] zip(byte[] body) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(body);
    }
    return zipped.toByteArray();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(receiver + path)).build(), BodyHandlers.ofString());
  }
}
