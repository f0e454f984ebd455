package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.relay.testkit.FakeBroker;
import com.cottonerp.relay.testkit.FakeBroker.Reaction;
import io.grpc.Status;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replicas that each have their own connection to the broker, which the test may cut. */
class CutOffReplicasIT extends RelayHarness {
  private static final String LANES =
      "SELECT string_agg(owner || ' ' || epoch, ',' ORDER BY lane) FROM outbox_lane";

  private final FakeBroker otherWay = FakeBroker.start();

  @BeforeEach
  void yieldSoon() {
    config.set("lease.yield-after", "500ms").set("stop-timeout", "30s");
  }

  @AfterEach
  void closeOtherWay() {
    replicas.forEach(RelaySource::stop);
    otherWay.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.Code.class,
      names = {"UNAVAILABLE", "PERMISSION_DENIED"})
  void lanes_of_a_replica_that_is_cut_off_go_to_one_that_is_not_and_come_back(Status.Code code) {
    RelaySource healthy = startReplica();
    RelaySource cutOff = startReplicaOnOtherWay();
    awaitLanes(healthy, 32);
    awaitLanes(cutOff, 32);
    otherWay.cutOff(code);
    outbox.appendInterleaved(200, 5);

    awaitDrained();

    assertThat(broker.messageCount()).isEqualTo(1000);
    await().atMost(PATIENCE).until(() -> cutOff.status().lanes().isEmpty());
    assertThat(cutOff.status().yielding()).isTrue();
    assertThat(cutOff.status().isReady()).isFalse();
    assertThat(healthy.status().isReady()).isTrue();
    awaitLanes(healthy, 64);
    assertThat(metrics.get("relay.source.yielding").gauges()).isNotEmpty();

    otherWay.recover();

    awaitLanes(cutOff, 32);
    awaitLanes(healthy, 32);
    assertThat(cutOff.status().isReady()).isTrue();
    outbox.appendInterleaved(200, 1);
    awaitDrained();
    assertThat(otherWay.messageCount()).isPositive();
    assertThat(broker.duplicates() + otherWay.duplicates()).isZero();
  }

  @Test
  void when_no_replica_reaches_the_broker_no_lane_moves() {
    RelaySource one = startReplica();
    RelaySource two = startReplicaOnOtherWay();
    awaitLanes(one, 32);
    awaitLanes(two, 32);
    String before = outbox.text(LANES);
    broker.cutOff(Status.Code.UNAVAILABLE);
    otherWay.cutOff(Status.Code.UNAVAILABLE);
    outbox.appendInterleaved(400, 1);

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                outbox.number(
                        "SELECT count(*) FROM outbox_replica"
                            + " WHERE NOT working AND changed_at < now() - interval '2 seconds'")
                    == 2);

    assertThat(outbox.text(LANES)).isEqualTo(before);
    broker.recover();
    otherWay.recover();
    awaitDrained();
  }

  @Test
  void a_replica_keeps_its_lanes_while_an_older_relay_would_not_take_its_share() {
    RelaySource cutOff = startReplicaOnOtherWay();
    RelaySource healthy = startReplica();
    awaitLanes(healthy, 32);
    outbox.run(
        "INSERT INTO outbox_replica (owner, alive_until) VALUES ('older', now() + interval '1 hour')");
    awaitLanes(healthy, 22);
    otherWay.cutOff(Status.Code.UNAVAILABLE);
    outbox.appendInterleaved(200, 1);

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                outbox.number(
                        "SELECT count(*) FROM outbox_replica"
                            + " WHERE NOT working AND changed_at < now() - interval '2 seconds'")
                    == 1);

    assertThat(cutOff.status().yielding()).isFalse();
    assertThat(cutOff.status().lanes()).isNotEmpty();
    outbox.run("DELETE FROM outbox_replica WHERE owner = 'older'");
    awaitDrained();
  }

  @Test
  void an_outbox_that_is_not_migrated_yet_is_relayed_as_before() {
    outbox.run("ALTER TABLE outbox_replica DROP COLUMN working, DROP COLUMN changed_at");
    try {
      startReplica();
      startReplicaOnOtherWay();
      awaitLanes(replicas.get(0), 32);
      awaitLanes(replicas.get(1), 32);
      outbox.appendInterleaved(100, 1);
      awaitDrained();
    } finally {
      outbox.run(
          "ALTER TABLE outbox_replica ADD COLUMN working boolean, ADD COLUMN changed_at timestamptz");
    }
    await()
        .atMost(PATIENCE)
        .until(() -> outbox.number("SELECT count(*) FROM outbox_replica WHERE working") == 2);
  }

  @Test
  void G7_a_replica_that_is_stopped_while_its_requests_fail_releases_its_lanes_at_once() {
    broker.behave(
        request ->
            new Reaction(
                Duration.ofMillis(300), Status.UNAVAILABLE.withDescription("scripted"), false));
    RelaySource leaver = startReplica();
    awaitLanes(leaver, 64);
    outbox.append(UUID.randomUUID(), 1);
    await().atMost(PATIENCE).until(() -> broker.requestCount() > 0);
    long start = System.nanoTime();

    leaver.stop();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(25));
    assertThat(outbox.number("SELECT count(*) FROM outbox_lane WHERE owner IS NOT NULL")).isZero();
  }

  private RelaySource startReplicaOnOtherWay() {
    config.set("pubsub.emulator-host", otherWay.host());
    try {
      return startReplica();
    } finally {
      config.set("pubsub.emulator-host", broker.host());
    }
  }
}
