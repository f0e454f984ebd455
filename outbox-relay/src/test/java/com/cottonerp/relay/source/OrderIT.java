package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.relay.testkit.FakeBroker.Reaction;
import io.grpc.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Combines everything that moves the start of a fetch or skips events: transactions that commit in
 * another order than the order of their ids, refusals, lost answers, a crash, and a queue that is
 * too slow to be read from its beginning.
 */
class OrderIT extends RelayHarness {
  private static final int WRITERS = 6;
  private static final int AGGREGATES_EACH = 8;
  private static final int TRANSACTIONS_EACH = 60;

  @RepeatedTest(2)
  void G1_G3_whatever_commits_late_is_refused_or_crashes_nothing_is_lost_or_overtaken() {
    config
        .set("lease.ttl", "3s")
        .set("lease.renew", "500ms")
        .set("lease.margin", "300ms")
        .set("lease.statement-timeout", "1s")
        .set("publish.max-attempts", "1000");
    broker.behave(request -> unreliable());
    startReplica();
    RelaySource victim = startReplica();
    List<CompletableFuture<List<UUID>>> writers =
        IntStream.range(0, WRITERS)
            .mapToObj(writer -> CompletableFuture.supplyAsync(() -> write(new Random(writer))))
            .toList();
    await().atMost(PATIENCE).until(() -> broker.messageCount() > 200);
    victim.kill();
    List<UUID> aggregates =
        writers.stream().map(CompletableFuture::join).flatMap(List::stream).toList();
    broker.behave(Reaction.accept());

    await().atMost(Duration.ofSeconds(60)).until(() -> outbox.pending() == 0);

    assertThat(outbox.count("PUBLISHED"))
        .isEqualTo(outbox.number("SELECT count(*) FROM outbox_event"));
    for (UUID aggregate : aggregates) {
      long last =
          outbox.number(
              "SELECT max(sequence) FROM outbox_event WHERE aggregate_id = '%s'"
                  .formatted(aggregate));
      assertThat(broker.firstOccurrences().get(aggregate.toString()))
          .isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
    }
    assertThat(
            outbox.number(
                """
                SELECT count(*) FROM outbox_head h FULL JOIN (
                  SELECT aggregate_id, max(sequence) AS last FROM outbox_event GROUP BY aggregate_id) e
                  USING (aggregate_id) WHERE h.last_sequence IS DISTINCT FROM e.last"""))
        .isZero();
  }

  private static Reaction unreliable() {
    return switch (ThreadLocalRandom.current().nextInt(12)) {
      case 0 -> Reaction.refuse(Status.Code.INVALID_ARGUMENT);
      case 1 -> Reaction.executeButFail(Status.Code.UNAVAILABLE);
      case 2 -> Reaction.acceptAfter(Duration.ofMillis(30));
      default -> Reaction.accept();
    };
  }

  /** Runs transactions on new aggregates; every fifth transaction stays open for a while. */
  private static List<UUID> write(Random random) {
    List<UUID> aggregates = Stream.generate(UUID::randomUUID).limit(AGGREGATES_EACH).toList();
    try (Connection connection = outbox.owner().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < TRANSACTIONS_EACH; i++) {
        UUID aggregate = aggregates.get(i % AGGREGATES_EACH);
        statement.execute(
            """
            INSERT INTO outbox_event (event_id, topic, aggregate_type, aggregate_id, sequence, event_type, payload)
            SELECT gen_random_uuid(), 'partner-events', 'Partner', '%1$s', coalesce(last.sequence, 0) + n, 'PartnerUpdated', '{}'
            FROM generate_series(1, %2$d) n,
                 (SELECT max(sequence) AS sequence FROM outbox_event WHERE aggregate_id = '%1$s') last"""
                .formatted(aggregate, 1 + random.nextInt(3)));
        if (random.nextInt(5) == 0) {
          statement.execute("SELECT pg_sleep(%s)".formatted(random.nextDouble() * 0.2));
        }
        connection.commit();
      }
      return aggregates;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
