package com.cottonerp.relay.operations;

import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.relay.replay.ReplayFilter;
import com.cottonerp.relay.replay.Tail;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Selects past events to publish again; bounds are inclusive, and all given conditions must hold.
 *
 * @param id the id that the replay gets, a UUID of version 7; the relay chooses one when it is
 *     absent
 * @param reason the reason, for a later reader
 * @param rate events per second; without a rate, as many as the spare time allows
 * @param tails ranges of several aggregates, instead of all other conditions
 */
record ReplayRequest(
    @Schema(
            description =
                "The id that the replay gets, a UUID of version 7; absent, the relay chooses one."
                    + " The same request with the same id is the same replay, whatever became of"
                    + " it, so that a caller without an answer can ask again")
        UUID id,
    UUID aggregateId,
    @Size(min = 1, max = 200) String type,
    Instant fromTime,
    Instant toTime,
    @Positive Long fromSequence,
    @Positive Long toSequence,
    @Size(max = 500) String reason,
    @Positive @Max(100_000) Integer rate,
    @Size(min = 1, max = 1000) List<@NotNull @Valid TailRequest> tails) {

  /** A range of one aggregate. */
  record TailRequest(
      @NotNull UUID aggregateId,
      @NotNull @Positive Long fromSequence,
      @NotNull @Positive Long toSequence) {
    Tail tail() {
      return new Tail(aggregateId, fromSequence, toSequence);
    }
  }

  @JsonIgnore
  boolean isUnbounded() {
    return tails == null && isUnrestricted();
  }

  @JsonIgnore
  private boolean isUnrestricted() {
    return Stream.of(aggregateId, type, fromTime, toTime, fromSequence, toSequence)
        .allMatch(Objects::isNull);
  }

  /** Refuses an id that does not sort by time, and contradictions between fields. */
  void refuseContradictions() {
    if (isUnbounded()) {
      throw new ReplayUnbounded().refused();
    }
    if (id != null && id.version() != 7) {
      throw new InvalidField("/id", "is a UUID of version 7").refused();
    }
    if (tails == null) {
      return;
    }
    if (!isUnrestricted()) {
      throw new InvalidField("/tails", "stand alone, without other restrictions").refused();
    }
    for (int i = 0; i < tails.size(); i++) {
      if (tails.get(i).toSequence() < tails.get(i).fromSequence()) {
        throw new InvalidField("/tails/" + i + "/toSequence", "is not below fromSequence")
            .refused();
      }
    }
  }

  List<Tail> ranges() {
    return tails == null ? null : tails.stream().map(TailRequest::tail).toList();
  }

  ReplayFilter filter() {
    return new ReplayFilter(
        aggregateId,
        type,
        Objects.toString(fromTime, null),
        Objects.toString(toTime, null),
        fromSequence,
        toSequence,
        ranges());
  }
}
