package com.cottonerp.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventEnvelopeTest {
  private static final UUID ID = UUID.fromString("0190c2f4-7d1a-7c3e-9b52-4f6f0a8d1c11");
  private static final UUID PARTNER = UUID.fromString("0190c2f0-1c2b-7a64-8d0e-2b8e5d9f7a20");
  private static final byte[] DATA = {'{', '}'};

  @Test
  void the_attributes_of_a_cloud_event_are_typed() {
    EventEnvelope event = EventEnvelope.of(attributes(), DATA);

    assertThat(event.position())
        .isEqualTo(
            new EventPosition(
                ID, "BusinessPartner", PARTNER, 7, Instant.parse("2025-07-01T09:30:00.123456Z")));
    assertThat(event.type()).isEqualTo("PartnerSuspended");
    assertThat(event.version()).isEqualTo(2);

    assertThat(event.traceparent())
        .isEqualTo("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    assertThat(event.tombstone()).isFalse();
    assertThat(event.data()).isEqualTo(DATA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ce-time",
        "ce-traceparent",
        "ce-correlationid",
        "ce-eventversion",
        "ce-aggregatetype",
        "ce-specversion",
        "content-type"
      })
  void what_an_event_can_do_without_may_be_missing(String attribute) {
    Map<String, String> attributes = attributes();
    attributes.remove(attribute);

    assertThat(EventEnvelope.of(attributes, DATA).position().sequence()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce-id", "ce-subject", "ce-sequence", "ce-type", "ce-source"})
  void what_an_event_cannot_do_without_is_named(String attribute) {
    Map<String, String> attributes = attributes();
    attributes.remove(attribute);

    assertThatThrownBy(() -> EventEnvelope.of(attributes, DATA))
        .isInstanceOf(UnreadableMessageException.class)
        .hasMessageContaining(attribute);
    attributes.put(attribute, " ");
    assertThatThrownBy(() -> EventEnvelope.of(attributes, DATA))
        .isInstanceOf(UnreadableMessageException.class)
        .hasMessageContaining(attribute);
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        arguments("ce-id", "not-a-uuid"),
        arguments("ce-subject", "17"),
        arguments("ce-sequence", "seven"),
        arguments("ce-sequence", "0"),
        arguments("ce-sequence", "-1"),
        arguments("ce-sequence", "1.5"),
        arguments("ce-sequence", "99999999999999999999"),
        arguments("ce-eventversion", "latest"),
        arguments("ce-time", "yesterday"),
        arguments("ce-time", "2025-07-01"));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("malformed")
  void a_malformed_attribute_makes_no_event(String attribute, String value) {
    Map<String, String> attributes = attributes();
    attributes.put(attribute, value);

    assertThatThrownBy(() -> EventEnvelope.of(attributes, DATA))
        .isInstanceOf(UnreadableMessageException.class);
  }

  @Test
  void a_message_of_somebody_else_makes_no_event() {
    assertThatThrownBy(() -> EventEnvelope.of(Map.of(), new byte[0]))
        .isInstanceOf(UnreadableMessageException.class);
  }

  @Test
  void G9_a_tombstone_is_told_by_its_attribute() {
    Map<String, String> attributes = attributes();
    attributes.put("tombstone", "true");

    assertThat(EventEnvelope.of(attributes, new byte[0]).tombstone()).isTrue();
  }

  private static Map<String, String> attributes() {
    return new HashMap<>(
        Map.of(
            "ce-specversion", "1.0",
            "ce-id", ID.toString(),
            "ce-source", "/cotton-erp/partners",
            "ce-type", "PartnerSuspended",
            "ce-subject", PARTNER.toString(),
            "ce-time", "2025-07-01T09:30:00.123456Z",
            "ce-aggregatetype", "BusinessPartner",
            "ce-sequence", "7",
            "ce-eventversion", "2",
            "ce-traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
  }
}
