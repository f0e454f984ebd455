package com.cottonerp.relay.replay;

import com.cottonerp.relay.RelayConfig;
import com.cottonerp.relay.metrics.RelayMetrics;
import com.cottonerp.relay.outbox.HeadFill;
import com.cottonerp.relay.outbox.OutboxThread;
import com.cottonerp.relay.outbox.PendingEvent;
import com.cottonerp.relay.publishing.Backoff;
import com.cottonerp.relay.publishing.ReplayPublisher;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Publishes the replays of one outbox in the spare time of the live events, with its own thread,
 * database connection and channel to the broker.
 *
 * <p>No event of a replay is in the queue. So retention, which reads the queue, does not depend on
 * replays, and the age and the length of the queue describe live events only. Events that retention
 * deletes during a replay are not replayed: {@code matched} then exceeds {@code published}.
 */
public final class ReplayWorker implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ReplayWorker.class);

  /** Events of one turn: enough for several events per lane's request, few enough to yield soon. */
  private static final int BATCH = 2_000;

  /** WHY a bound: under endless live traffic a replay continues slowly instead of never. */
  private static final Duration MOST_PATIENCE = Duration.ofSeconds(1);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(2);
  private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(30);

  private final String source;
  private final String replica;
  private final RelayConfig config;
  private final RelayMetrics metrics;
  private final LiveTraffic live;
  private final ReplayPublisher publisher;
  private final OutboxThread thread;
  private final Backoff backoff;

  // Only the worker's thread uses this field.
  private boolean headsFilled;
  private int failures;

  public ReplayWorker(
      String source, String replica, RelayConfig config, RelayMetrics metrics, LiveTraffic live) {
    this.source = source;
    this.replica = replica;
    this.config = config;
    this.metrics = metrics;
    this.live = live;
    this.publisher = new ReplayPublisher(source, config);
    this.backoff =
        new Backoff(
            config.publish().backoffMin(),
            config.publish().backoffMax(),
            RandomGenerator.of("L64X128MixRandom"));
    this.thread =
        new OutboxThread(
            config.sources().get(source),
            "outbox-relay replays",
            STATEMENT_TIMEOUT,
            this::turn,
            () -> {});
  }

  public void start() {
    thread.start();
  }

  private Duration turn(Connection connection) throws SQLException, InterruptedException {
    Duration idle = config.poll().fallback();
    if (!headsFilled) {
      headsFilled = HeadFill.fill(connection);
    }
    if (!live.isBrokerWorking()) {
      return headsFilled ? idle : Duration.ZERO;
    }
    ReplayTurns turns = new ReplayTurns(connection, replica);
    Optional<ReplayTurns.Turn> turn = turns.take(leaseOfATurn());
    if (turn.isEmpty()) {
      return headsFilled ? idle : Duration.ZERO;
    }
    awaitSpareTime();
    turns.end(turn.get(), publish(connection, turn.get()));
    return Duration.ZERO;
  }

  /**
   * The lease of a turn: a turn sends for at most a deadline, and its last request ends within
   * another.
   */
  private Duration leaseOfATurn() {
    return config.publish().deadline().multipliedBy(2).plus(config.lease().ttl());
  }

  private void awaitSpareTime() {
    long until = System.nanoTime() + MOST_PATIENCE.toNanos();
    while (live.isBusy() && System.nanoTime() - until < 0 && !thread.isClosed()) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private ReplayTurns.Progress publish(Connection connection, ReplayTurns.Turn turn)
      throws SQLException, InterruptedException {
    int most = turn.rate() == null ? BATCH : Math.min(BATCH, turn.rate());
    ReplayEvents.Batch batch =
        new ReplayEvents(connection, turn.filter()).next(turn.left(), most, config.batch().bytes());
    ReplayPublisher.Outcome outcome = publisher.publish(batch.events());
    metrics.replayed(outcome.published().size());
    return outcome.isComplete() ? done(turn, batch, outcome) : failed(turn, batch, outcome);
  }

  private ReplayTurns.Progress done(
      ReplayTurns.Turn turn, ReplayEvents.Batch batch, ReplayPublisher.Outcome outcome) {
    failures = 0;
    int sent = batch.events().size();
    Duration pause =
        turn.rate() == null ? Duration.ZERO : Duration.ofMillis(1000L * sent / turn.rate());
    if (batch.last()) {
      LOG.infof("%s: the replay %s is finished", source, turn.id());
    }
    return new ReplayTurns.Progress(
        batch.position(),
        outcome.published().size(),
        outcome.refused().size(),
        outcome.error().orElse(null),
        pause,
        batch.last());
  }

  /** Continues from the first event that the broker may lack; later events are published again. */
  private ReplayTurns.Progress failed(
      ReplayTurns.Turn turn, ReplayEvents.Batch batch, ReplayPublisher.Outcome outcome) {
    failures++;
    long position = turn.left().after();
    long published = 0;
    long refused = 0;
    for (PendingEvent event : batch.events()) {
      boolean taken = outcome.published().contains(event.id());
      if (!taken && !outcome.refused().contains(event.id())) {
        break;
      }
      position = event.id();
      published += taken ? 1 : 0;
      refused += taken ? 0 : 1;
    }
    LOG.warnf(
        "%s: the replay %s waits: %s. To do: nothing, it is tried again",
        source, turn.id(), outcome.error().orElse(""));
    return new ReplayTurns.Progress(
        position, published, refused, outcome.error().orElse(null), backoff.after(failures), false);
  }

  /** Requests in flight may arrive; another replica continues the replay when the lease ends. */
  @Override
  public void close() {
    thread.close();
    publisher.close();
  }
}
