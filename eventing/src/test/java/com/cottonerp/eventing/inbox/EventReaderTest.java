package com.cottonerp.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.contracts.risk.v1.ExposureLevelChanged;
import com.cottonerp.contracts.risk.v1.RiskEvent;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    assertThatThrownBy(() -> deliver(1, data)).isInstanceOf(UnreadableDataException.class);
    assertThat(handled).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"partnerId": "ABCPK1234E"}                   | /partnerId: it is no UUID
          {"partnerId": {"pan": "ABCPK1234E"}}          | /partnerId: it is no UUID
          {"utilisation": "ABCPK1234E"}                 | /utilisation: it is no BigDecimal
          ["ABCPK1234E"]                                | it is no ExposureLevelChanged
          {"level": ABCPK1234E}                         | no JSON, from line 1, column
          """)
  void why_data_cannot_be_read_is_told_with_the_place_and_without_the_value(
      String data, String told) {
    assertThatThrownBy(() -> deliver(1, data))
        .hasMessageContaining(told)
        .message()
        .doesNotContain("ABCPK1234E");
  }

  @Test
  void an_event_that_its_route_does_not_take_is_ignored_and_what_cannot_be_read_is_not() {
    Projection onlyRed = projection(routes(level -> level.level().equals("RED")));

    assertThat(reader.route(onlyRed, arrival(1, level("RED")))).isPresent();
    assertThat(reader.route(onlyRed, arrival(1, level("GREEN")))).isEmpty();
    assertThat(reader.route(onlyRed, arrival(1, "{"))).isPresent();
    assertThat(reader.route(onlyRed, arrival(2, level("GREEN")))).isPresent();
  }

  @Test
  void a_payload_is_parsed_to_choose_a_route_only_if_the_route_takes_some_events() {
    Arrival toAll = arrival(1, level("RED"));
    Arrival toSome = arrival(1, level("RED"));

    assertThat(reader.route(projection(allLevels()), toAll)).isPresent();
    assertThat(reader.route(projection(routes(level -> true)), toSome)).isPresent();

    assertThat(toAll.payload()).isNull();
    assertThat(toSome.payload()).isNotNull();
  }

  @Test
  void what_was_read_for_one_projection_is_not_read_again_for_the_next() {
    Arrival arrival = arrival(1, level("RED"));
    Routes.Route<?> route = reader.route(projection(routes(level -> true)), arrival).orElseThrow();

    deliver(route, arrival);
    deliver(route, arrival);

    assertThat(handled).hasSize(2);
    assertThat(handled.get(0)).isSameAs(handled.get(1));
  }

  private static String level(String level) {
    return """
    {"partnerId": "%s", "level": "%s", "utilisation": "1.05"}
    """
        .formatted(PARTNER, level);
  }

  private void deliver(int version, String data) {
    Arrival arrival = arrival(version, data);
    deliver(routes(level -> true).route(arrival.event().type()).orElseThrow(), arrival);
  }

  private void deliver(Routes.Route<?> route, Arrival arrival) {
    reader.deliver(route, arrival).await().atMost(Duration.ofSeconds(1));
  }

  private static Arrival arrival(int version, String data) {
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
    return new Arrival(event, Span.getInvalid());
  }

  private Routes<RiskEvent> routes(Predicate<ExposureLevelChanged> which) {
    return Routes.from(RiskEvent.TOPIC, RiskEvent.class)
        .on(
            ExposureLevelChanged.class,
            which,
            (changed, at) -> {
              handled.add(changed);
              return Uni.createFrom().voidItem();
            });
  }

  private static Routes<RiskEvent> allLevels() {
    return Routes.from(RiskEvent.TOPIC, RiskEvent.class)
        .on(ExposureLevelChanged.class, (changed, at) -> Uni.createFrom().voidItem());
  }

  private static Projection projection(Routes<RiskEvent> routes) {
    return new Projection() {
      @Override
      public String name() {
        return "levels";
      }

      @Override
      public Routes<RiskEvent> routes() {
        return routes;
      }
    };
  }
}
