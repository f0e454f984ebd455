package com.cottonerp.relay.source;

import static org.awaitility.Awaitility.await;

import com.cottonerp.relay.testkit.FakeBroker;
import com.cottonerp.relay.testkit.TestConfig;
import com.cottonerp.relay.testkit.TestOutbox;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A database, a scripted broker and any number of replicas for each test. */
abstract class RelayHarness {
  static final Duration PATIENCE = Duration.ofSeconds(20);
  static TestOutbox outbox;

  final List<RelaySource> replicas = new ArrayList<>();
  final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  Tracer tracer = OpenTelemetry.noop().getTracer("test");
  FakeBroker broker;
  TestConfig config;

  @BeforeAll
  static void startDatabase() {
    outbox = new TestOutbox();
  }

  @AfterAll
  static void stopDatabase() {
    outbox.close();
  }

  @BeforeEach
  void startBroker() {
    outbox.reset();
    broker = FakeBroker.start();
    config =
        new TestConfig(outbox.jdbcUrl(), broker.host())
            .set("publish.backoff-min", "20ms")
            .set("publish.backoff-max", "200ms")
            .set("publish.probe-interval", "200ms")
            .set("poll.fallback", "100ms")
            .set("metrics-interval", "100ms");
  }

  @AfterEach
  void stopAll() {
    replicas.forEach(RelaySource::stop);
    broker.close();
  }

  RelaySource startReplica() {
    RelaySource replica =
        new RelaySource(
            "partners",
            "replica-" + (replicas.size() + 1) + "-" + UUID.randomUUID(),
            config.build(),
            metrics,
            tracer);
    replicas.add(replica);
    replica.start();
    return replica;
  }

  void awaitDrained() {
    await().atMost(PATIENCE).until(() -> outbox.pending() == 0);
  }

  void awaitLanes(RelaySource replica, int lanes) {
    await().atMost(PATIENCE).until(() -> replica.status().lanes().size() == lanes);
  }

  double metric(String name) {
    return metrics.find(name).counters().stream().mapToDouble(counter -> counter.count()).sum();
  }
}
