package com.cottonerp.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.contracts.risk.v1.ExposureLevelChanged;
import com.cottonerp.contracts.risk.v1.RiskEvent;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
  private static final UUID PARTNER = UUID.randomUUID();

  private final List<ExposureLevelChanged> handled = new ArrayList<>();
  private final EventReader reader =
      new EventReader(
          JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build());

  @Test
  void a_payload_reaches_its_handler_and_fields_of_tomorrow_are_ignored() {
    deliver(
        1,
        """
        {"partnerId": "%s", "level": "RED", "utilisation": "1.05", "fieldOfTomorrow": {"a": 1}}
        """
            .formatted(PARTNER));

    assertThat(handled).singleElement().extracting(ExposureLevelChanged::level).isEqualTo("RED");
  }

  @Test
  void another_version_is_refused() {
    assertThatThrownBy(() -> deliver(2, "{}"))
        .hasMessageContaining("ExposureLevelChanged version 2")
        .hasMessageContaining("version 1");
    assertThat(handled).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{", "[]", "17", "{\"partnerId\": \"not-a-uuid\"}"})
  void a_payload_that_is_no_such_event_is_refused(String data) {
    assertThatThrownBy(() -> deliver(1, data)).isInstanceOf(Exception.class);
    assertThat(handled).isEmpty();
  }

  private void deliver(int version, String data) {
    EventEnvelope event =
        EventEnvelope.of(
            Map.of(
                "ce-id", UUID.randomUUID().toString(),
                "ce-source", "/cotton-erp/risk",
                "ce-type", "ExposureLevelChanged",
                "ce-subject", PARTNER.toString(),
                "ce-time", Instant.EPOCH.toString(),
                "ce-sequence", "1",
                "ce-eventversion", Integer.toString(version)),
            data.getBytes(StandardCharsets.UTF_8));
    Routes<RiskEvent> routes =
        Routes.from(RiskEvent.TOPIC, RiskEvent.class)
            .on(
                ExposureLevelChanged.class,
                (changed, at) -> {
                  handled.add(changed);
                  return Uni.createFrom().voidItem();
                });
    reader
        .deliver(routes.route(event.type()).orElseThrow(), event)
        .await()
        .atMost(Duration.ofSeconds(1));
  }
}
