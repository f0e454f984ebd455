package com.cottonerp.relay.publishing;

import com.cottonerp.relay.RelayConfig;
import com.cottonerp.relay.metrics.RelayMetrics;
import com.google.api.core.ApiFuture;
import com.google.api.core.ApiFutures;
import com.google.api.core.SettableApiFuture;
import com.google.pubsub.v1.PublishResponse;
import io.opentelemetry.api.OpenTelemetry;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** The connection of one replica to the model's broker. */
public final class ModelBroker implements Broker {
  private final Wire wire;

  private ModelBroker(Wire wire) {
    this.wire = wire;
  }

  /** Takes requests; the world later completes each request's future. */
  public interface Wire {
    void send(String orderingKey, List<Sent> events, SettableApiFuture<PublishResponse> answer);

    boolean takesEvents();
  }

  /** A message, by the id of its event in the log. */
  public record Sent(long id, boolean tombstone) {}

  /** The real queue in front of that connection. */
  public static PublishQueue queue(
      RelayConfig config,
      RelayMetrics metrics,
      Wire wire,
      LongSupplier clock,
      RandomGenerator random) {
    return new PublishQueue(
        "partners",
        config,
        OpenTelemetry.noop().getTracer("simulation"),
        metrics,
        new ModelBroker(wire),
        clock,
        random);
  }

  @Override
  public ApiFuture<PublishResponse> publish(String orderingKey, List<OutgoingEvent> events) {
    SettableApiFuture<PublishResponse> answer = SettableApiFuture.create();
    List<Sent> sent =
        events.stream()
            .map(event -> new Sent(event.event().id(), event.event().isDiscarded()))
            .toList();
    wire.send(orderingKey, sent, answer);
    return answer;
  }

  @Override
  public ApiFuture<Boolean> mayPublish() {
    return ApiFutures.immediateFuture(wire.takesEvents());
  }

  @Override
  public void reconnect() {}

  @Override
  public void close() {}
}
