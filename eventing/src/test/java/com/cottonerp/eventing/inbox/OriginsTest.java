package com.cottonerp.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.contracts.risk.v1.RiskEvent;
import com.cottonerp.eventing.topology.Topology;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OriginsTest {
  private final Origins origins = new Origins();

  @Test
  void every_topic_of_the_topology_has_the_outbox_of_its_producer() {
    for (Topology.Topic topic : Topology.load().topics()) {
      assertThat(origins.outboxOf(projectionOf(topic.name()))).isEqualTo(topic.outbox());
    }
  }

  @Test
  void a_topic_that_the_topology_lacks_is_refused() {
    assertThatThrownBy(() -> origins.outboxOf(projectionOf("weather-events")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The topology has no topic weather-events");
  }

  @Test
  void an_event_of_a_source_that_the_topology_lacks_is_refused() {
    assertThatThrownBy(
            () -> origins.mustBelong(from("/cotton-erp/weather"), "trade-desk.risk-events"))
        .isInstanceOf(UnreadableMessageException.class)
        .hasMessage("ce-source is not /cotton-erp/risk, which alone publishes to risk-events");
    assertThatThrownBy(
            () -> origins.mustBelong(from("/cotton-erp/weather"), "trade-desk.weather-events"))
        .isInstanceOf(UnreadableMessageException.class);
    assertThatCode(() -> origins.mustBelong(from("/cotton-erp/risk"), "trade-desk.risk-events"))
        .doesNotThrowAnyException();
  }

  private static EventEnvelope from(String source) {
    return EventEnvelope.of(
        Map.of(
            "ce-id",
            UUID.randomUUID().toString(),
            "ce-source",
            source,
            "ce-type",
            "ExposureLevelChanged",
            "ce-subject",
            UUID.randomUUID().toString(),
            "ce-time",
            Instant.EPOCH.toString(),
            "ce-sequence",
            "1",
            "ce-eventversion",
            "1"),
        "{}".getBytes(StandardCharsets.UTF_8));
  }

  private static Projection projectionOf(String topic) {
    return new Projection() {
      @Override
      public String name() {
        return "of-" + topic;
      }

      @Override
      public Routes<RiskEvent> routes() {
        return Routes.from(topic, RiskEvent.class);
      }
    };
  }
}
