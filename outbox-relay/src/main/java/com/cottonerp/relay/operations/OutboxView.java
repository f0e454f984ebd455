package com.cottonerp.relay.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One outbox as an operator sees it. Counts are those of the database; {@code lanesOwned}, {@code
 * state} and {@code reason} are those of the replica that answers.
 *
 * @param reason why it is PAUSED or DATABASE_UNREACHABLE; otherwise absent
 * @param queue absent, as replicas, while the database is out of reach
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
  /** Whether events flow, and if not, why. */
  @Schema(name = "OutboxState")
  enum State {
    RELAYING,
    PAUSED,
    BROKER_OUTAGE,
    DATABASE_UNREACHABLE
  }

  /**
   * What waits.
   *
   * @param pending exact up to 10 000, beyond that an estimate
   * @param failed events that wait for an operator
   * @param blocked events that wait behind another one of their aggregate
   * @param replaysLeft events that running replays still have to publish
   * @param oldestPendingSeconds since the oldest event that could go occurred; 0 when none could
   */
  record Queue(
      @Schema(description = "Exact up to 10 000, beyond that an estimate") long pending,
      long failed,
      long blocked,
      long replaysLeft,
      double oldestPendingSeconds) {}

  /** Who relays. */
  record Replicas(int live, int lanesOwned, String answeredBy) {}
}
