package com.cottonerp.relay.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One outbox as an operator sees it. Counts are those of the database; {@code lanesOwned}, {@code
 * state} and {@code reason} are those of the replica that answers.
 *
 * @param pending exact up to 10 000, beyond that an estimate
 * @param lanes only in the view of a single outbox
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutboxView(
    String source,
    String schema,
    String topic,
    State state,
    String reason,
    Queue queue,
    Replicas replicas,
    List<LaneView> lanes) {
  /** Whether events flow, and if not, why. */
  enum State {
    RELAYING,
    PAUSED,
    BROKER_OUTAGE,
    DATABASE_UNREACHABLE
  }

  /**
   * What waits.
   *
   * @param failed events that wait for an operator
   * @param blocked events that wait behind another one of their aggregate
   * @param replaysLeft events that running replays still have to publish
   * @param oldestPendingSeconds since the oldest event that could go occurred
   */
  record Queue(
      long pending, long failed, long blocked, long replaysLeft, double oldestPendingSeconds) {}

  /** Who relays. */
  record Replicas(int live, int lanesOwned, String answeredBy) {}
}
