package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.relay.testkit.FakeBroker.Reaction;
import com.google.pubsub.v1.PubsubMessage;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PublishingIT extends RelayHarness {
  private final UUID partner = UUID.randomUUID();

  @Test
  void an_event_arrives_as_a_cloud_event_and_is_settled() {
    outbox.append(
        partner,
        1,
        "{\"name\": \"Shree Cotton\"}",
        """
        {"traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "correlationId": "c-1"}""");
    startReplica();

    awaitDrained();

    PubsubMessage message = broker.messages().get(0);
    String eventId = outbox.text("SELECT event_id FROM outbox");
    assertThat(message.getData().toStringUtf8()).isEqualTo("{\"name\": \"Shree Cotton\"}");
    assertThat(message.getOrderingKey())
        .isEqualTo("lane-" + outbox.text("SELECT lane FROM outbox"));
    assertThat(Instant.parse(message.getAttributesOrThrow("ce-time")))
        .isBeforeOrEqualTo(Instant.now());
    assertThat(message.getAttributesMap())
        .containsEntry("ce-specversion", "1.0")
        .containsEntry("ce-id", eventId)
        .containsEntry("ce-source", "/cotton-erp/partners")
        .containsEntry("ce-type", "PartnerUpdated")
        .containsEntry("ce-subject", partner.toString())
        .containsEntry(
            "ce-dataschema", "https://schemas.cotton-erp.example/partners/PartnerUpdated.v1.json")
        .containsEntry("content-type", "application/json")
        .containsEntry("ce-aggregatetype", "Partner")
        .containsEntry("ce-sequence", "1")
        .containsEntry("ce-eventversion", "1")
        .containsEntry("ce-traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
        .containsEntry("ce-correlationid", "c-1")
        .doesNotContainKey("ce-causationid");
    assertThat(outbox.text("SELECT status || ' ' || message_id FROM outbox"))
        .isEqualTo("PUBLISHED 1");
  }

  @Test
  void G3_first_occurrences_of_an_aggregate_are_in_sequence_order_when_answers_are_lost() {
    broker.behave(
        request ->
            switch (Math.floorMod(broker.requestCount(), 5)) {
              case 0 -> Reaction.executeButFail(io.grpc.Status.Code.UNAVAILABLE);
              case 1 -> Reaction.refuse(io.grpc.Status.Code.INTERNAL);
              default -> Reaction.accept();
            });
    outbox.appendInterleaved(50, 20);
    startReplica();

    awaitDrained();

    assertThat(broker.firstOccurrences()).hasSize(50);
    assertThat(broker.firstOccurrences().values())
        .allSatisfy(seen -> assertThat(seen).isEqualTo(sequences(20)));
    assertThat(broker.overlaps()).isEmpty();
    assertThat(outbox.count("FAILED")).isZero();
  }

  @Test
  void G1_an_event_that_commits_long_after_it_rang_the_bell_is_published() throws Exception {
    startReplica();
    awaitLanes(replicas.get(0), 64);
    try (Connection slow = outbox.owner().getConnection()) {
      slow.setAutoCommit(false);
      outbox.insert(slow, partner, 1, "{}", "{}");
      UUID later = UUID.randomUUID();
      outbox.append(later, 1);
      await().atMost(PATIENCE).until(() -> broker.messageCount() == 1);

      slow.commit();

      await().atMost(PATIENCE).until(() -> broker.messageCount() == 2);
    }
  }

  @Test
  void G2_a_rolled_back_event_is_never_published() throws Exception {
    startReplica();
    awaitLanes(replicas.get(0), 64);
    try (Connection connection = outbox.owner().getConnection()) {
      connection.setAutoCommit(false);
      outbox.insert(connection, partner, 3, "{}", "{}");
      connection.rollback();
    }
    UUID committed = UUID.randomUUID();
    outbox.append(committed, 1);

    awaitDrained();

    assertThat(broker.firstOccurrences().keySet()).containsExactly(committed.toString());
  }

  @Test
  void no_lock_or_transaction_is_held_while_the_broker_works() {
    broker.behave(Reaction.acceptAfter(Duration.ofSeconds(2)));
    outbox.append(partner, 5);
    startReplica();
    await().atMost(PATIENCE).until(() -> broker.requestCount() > 0);

    List<String> seen = new ArrayList<>();
    while (broker.messageCount() == 0) {
      seen.add(
          outbox.superuserText(
              """
              SELECT count(*) FROM pg_stat_activity
              WHERE usename = 'outbox_relay' AND state LIKE 'idle in transaction%'"""));
      seen.add(
          outbox.superuserText(
              """
              SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid)
              WHERE a.usename = 'outbox_relay' AND a.xact_start < clock_timestamp() - interval '0.5 seconds'"""));
    }

    assertThat(seen).hasSizeGreaterThan(10).containsOnly("0");
    awaitDrained();
  }

  @Test
  void with_aggregate_keys_each_aggregate_has_its_own_ordering_key() {
    config.set("publish.ordering", "aggregate");
    outbox.appendInterleaved(8, 5);
    startReplica();

    awaitDrained();

    assertThat(broker.messages())
        .allSatisfy(
            message ->
                assertThat(message.getOrderingKey())
                    .isEqualTo(message.getAttributesOrThrow("ce-subject")));
    assertThat(broker.firstOccurrences().values())
        .allSatisfy(seen -> assertThat(seen).isEqualTo(sequences(5)));
    assertThat(broker.overlaps()).isEmpty();
  }

  @Test
  void payloads_that_do_not_fit_one_request_go_in_several() {
    String payload = "{\"text\": \"" + "x".repeat(1_000_000) + "\"}";
    outbox.append(partner, 20, payload, "{}");
    startReplica();

    awaitDrained();

    assertThat(broker.firstOccurrences().get(partner.toString())).isEqualTo(sequences(20));
    assertThat(broker.requestCount()).isGreaterThanOrEqualTo(3);
    assertThat(broker.duplicates()).isZero();
  }

  private static List<Long> sequences(int last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
