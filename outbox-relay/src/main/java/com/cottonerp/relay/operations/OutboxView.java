package com.cottonerp.relay.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One outbox as an operator sees the outbox. The counts come from the database; {@code lanesOwned},
 * {@code state} and {@code reason} come from the answering replica.
 *
 * @param reason why the state is PAUSED or DATABASE_UNREACHABLE; otherwise absent
 * @param queue absent, like replicas, while the database is unreachable
 * @param lanes only in the view of a single outbox
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutboxView(
    String source,
    String schema,
    String topic,
    State state,
    @Nullable @Schema(description = "Why it is PAUSED or DATABASE_UNREACHABLE; otherwise absent")
        String reason,
    @Nullable @Schema(description = "Absent while the database is out of reach") Queue queue,
    @Nullable @Schema(description = "Absent while the database is out of reach") Replicas replicas,
    @Nullable @Schema(description = "Only in the view of a single outbox") List<LaneView> lanes) {
  /** Whether events flow, or why events do not flow. */
  @Schema(name = "OutboxState")
  enum State {
    RELAYING,
    PAUSED,
    BROKER_OUTAGE,
    DATABASE_UNREACHABLE
  }

  /**
   * The pending events.
   *
   * @param pending exact up to 10 000, beyond that an estimate
   * @param failed events that wait for an operator
   * @param blocked events that wait behind another event of their aggregate
   * @param replaysLeft events that running replays still have to publish
   * @param oldestPendingSeconds the age of the oldest event that could go; 0 when no event could go
   */
  record Queue(
      @Schema(description = "Exact up to 10 000, beyond that an estimate") long pending,
      long failed,
      long blocked,
      long replaysLeft,
      double oldestPendingSeconds) {}

  /** The replicas of the relay. */
  record Replicas(int live, int lanesOwned, String answeredBy) {}
}
