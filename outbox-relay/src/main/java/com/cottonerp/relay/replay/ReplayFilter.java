package com.cottonerp.relay.replay;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Selects the published events of a replay: all given conditions must hold; bounds are inclusive.
 * Stored as JSON with the replay.
 *
 * @param tails ranges of aggregates, instead of an aggregate and its sequences
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayFilter(
    UUID aggregateId,
    String type,
    String fromTime,
    String toTime,
    Long fromSequence,
    Long toSequence,
    List<Tail> tails) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static ReplayFilter parse(String json) {
    try {
      return JSON.readValue(json, ReplayFilter.class);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("A replay's filter cannot be read: " + json, unreadable);
    }
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Whether the replay looks events up by aggregate; otherwise the replay reads through the log.
   */
  @JsonIgnore
  boolean isByAggregate() {
    return aggregateId != null || tails != null;
  }

  /** The ranges of a filter by aggregate. */
  @JsonIgnore
  List<Tail> ranges() {
    if (tails != null) {
      return tails;
    }
    long from = fromSequence == null ? 1 : fromSequence;
    long to = toSequence == null ? Long.MAX_VALUE : toSequence;
    return List.of(new Tail(aggregateId, from, to));
  }

  @JsonIgnore
  OffsetDateTime notBefore() {
    return atUtc(fromTime);
  }

  @JsonIgnore
  OffsetDateTime notAfter() {
    return atUtc(toTime);
  }

  private static OffsetDateTime atUtc(String instant) {
    return instant == null ? null : Instant.parse(instant).atOffset(ZoneOffset.UTC);
  }
}
