package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class TracingIT extends RelayHarness {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";

  private final List<SpanData> spans = new CopyOnWriteArrayList<>();

  @Test
  void the_publish_span_continues_the_trace_of_the_request_that_appended_the_event() {
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(new Recorder()))
            .build()) {
      tracer = provider.get("test");
      outbox.append(UUID.randomUUID(), 1, "{}", metadata("01"));
      outbox.append(UUID.randomUUID(), 1, "{}", metadata("00"));
      outbox.append(UUID.randomUUID(), 1);
      startReplica();

      awaitDrained();
      await().atMost(PATIENCE).until(() -> !spans.isEmpty());

      assertThat(spans).hasSize(1);
      SpanData span = spans.get(0);
      assertThat(span.getTraceId()).isEqualTo(TRACE);
      assertThat(span.getParentSpanId()).isEqualTo(SPAN);
      assertThat(span.getKind()).isEqualTo(SpanKind.PRODUCER);
      assertThat(span.getName()).isEqualTo("publish partner-events");
    }
  }

  private static String metadata(String flags) {
    return "{\"traceparent\": \"00-%s-%s-%s\"}".formatted(TRACE, SPAN, flags);
  }

  private final class Recorder implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> ended) {
      spans.addAll(ended);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
