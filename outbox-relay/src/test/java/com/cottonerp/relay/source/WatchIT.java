package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.relay.source.LaneState.State;
import com.cottonerp.relay.testkit.FakeBroker.Reaction;
import io.grpc.Status;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The states that the relay reports for its lanes. */
class WatchIT extends RelayHarness {
  private final UUID partner = UUID.randomUUID();

  @Test
  void a_lane_that_has_events_and_publishes_nothing_is_told_although_nothing_fails() {
    config.set("stalled-after", "300ms").set("publish.deadline", "30s");
    broker.behave(Reaction.acceptAfter(Duration.ofSeconds(20)));
    outbox.append(partner, 3);
    startReplica();

    await().atMost(PATIENCE).until(() -> gauge("outbox.stalled.lanes") == 1);

    assertThat(stateOfTheLane()).isEqualTo(State.STALLED);
    assertThat(replicas.get(0).status().broker().outage()).isFalse();
  }

  @Test
  void what_waits_in_an_outage_is_paused_and_no_alarm() {
    config.set("stalled-after", "300ms");
    broker.behave(Reaction.refuse(Status.Code.UNAVAILABLE));
    outbox.append(partner, 1);
    startReplica();

    await().atMost(PATIENCE).until(() -> stateOfTheLane() == State.PAUSED);
    assertThat(gauge("outbox.stalled.lanes")).isZero();
    broker.behave(Reaction.accept());
    await().atMost(PATIENCE).until(() -> stateOfTheLane() == State.IDLE);
  }

  @Test
  void what_waits_behind_a_failed_event_is_blocked_and_makes_the_queue_no_older() {
    broker.behave(Reaction.refuse(Status.Code.INVALID_ARGUMENT));
    outbox.append(partner, 3);
    startReplica();

    await().atMost(PATIENCE).until(() -> stateOfTheLane() == State.BLOCKED);
    await().atMost(PATIENCE).until(() -> gauge("outbox.blocked") == 2);
    assertThat(gauge("outbox.failed")).isEqualTo(1);
    assertThat(gauge("outbox.oldest.pending.age.seconds")).isZero();
  }

  @Test
  void an_event_that_waits_for_one_that_is_not_there_is_released_and_told() {
    startReplica();
    awaitLanes(replicas.get(0), 64);
    outbox.run("ALTER TABLE outbox_event DISABLE TRIGGER outbox_enqueue");
    outbox.append(partner, 1);
    outbox.run("ALTER TABLE outbox_event ENABLE TRIGGER outbox_enqueue");

    outbox.run(
        "INSERT INTO outbox_pending (id, lane, aggregate_id, bytes, blocked_by) SELECT id, lane, aggregate_id, 1, 4711 FROM outbox_event");

    awaitDrained();
    assertThat(broker.messageCount()).isEqualTo(1);
  }

  @Test
  void a_measurement_that_fails_costs_nothing_but_old_figures() throws SQLException {
    startReplica();
    awaitLanes(replicas.get(0), 64);
    outbox.run("REVOKE SELECT ON outbox_replay FROM outbox_relay");
    try {
      await().atMost(PATIENCE).until(() -> metric("outbox.measurements.failed") > 0);

      outbox.append(partner, 1);

      awaitDrained();
      assertThat(metric("relay.database.lost")).isZero();
    } finally {
      outbox.run("GRANT SELECT ON outbox_replay TO outbox_relay");
    }
  }

  @Test
  void an_event_that_the_fetches_step_over_is_found_by_the_watch() {
    startReplica();
    awaitLanes(replicas.get(0), 64);
    Deque<Long> holes = new ArrayDeque<>(idsThatNobodyUses(500));
    outbox.append(partner, 1);

    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              appendAt(holes.removeFirst());
              awaitDrained();
              return metric("outbox.overlooked") > 0;
            });
  }

  private static List<Long> idsThatNobodyUses(int count) {
    String ids =
        outbox.text(
            "SELECT string_agg(nextval('outbox_event_id_seq')::text, ',') FROM generate_series(1, %d)"
                .formatted(count));
    return Stream.of(ids.split(",")).map(Long::valueOf).toList();
  }

  /** Appends the first event of another aggregate, with an id that the relay has seen go by. */
  private static void appendAt(long id) {
    outbox.run(
        """
        INSERT INTO outbox_event (id, event_id, topic, aggregate_type, aggregate_id, sequence, event_type, payload)
        OVERRIDING SYSTEM VALUE
        VALUES (%d, gen_random_uuid(), 'partner-events', 'Partner', gen_random_uuid(), 1, 'PartnerUpdated', '{}')
        """
            .formatted(id));
  }

  private State stateOfTheLane() {
    long lane = outbox.number("SELECT uuid_hash('%s') & 63".formatted(partner));
    return replicas.get(0).laneStates().stream()
        .filter(state -> state.lane() == lane)
        .map(LaneState::state)
        .findFirst()
        .orElse(null);
  }

  private double gauge(String name) {
    return metrics.get(name).gauge().value();
  }
}
