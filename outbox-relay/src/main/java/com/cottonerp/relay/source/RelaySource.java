package com.cottonerp.relay.source;

import com.cottonerp.relay.RelayConfig;
import com.cottonerp.relay.metrics.RelayMetrics;
import com.cottonerp.relay.outbox.OutboxSession;
import com.cottonerp.relay.publishing.Backoff;
import com.cottonerp.relay.publishing.BrokerState;
import com.cottonerp.relay.publishing.PublishQueue;
import com.cottonerp.relay.replay.LiveTraffic;
import com.cottonerp.relay.replay.ReplayWorker;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * One outbox's relay on this replica: the loop's thread, and the loop's database connection, which
 * is opened again when lost. Constructed without a container, so that a test can run several
 * replicas in one JVM.
 */
public final class RelaySource implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(RelaySource.class);
  private static final Duration RECONNECT_MIN = Duration.ofMillis(100);
  private static final Duration RECONNECT_MAX = Duration.ofSeconds(5);

  private enum Phase {
    RUNNING,
    STOPPING,
    KILLED
  }

  private final String name;
  private final String replica;
  private final RelayConfig config;
  private final RelayMetrics metrics;
  private final PublishQueue queue;
  private final RelayLoop loop;
  private final ReplayWorker replays;
  private final QueueWatch watch;
  private final Thread thread;
  private final Backoff reconnect =
      new Backoff(RECONNECT_MIN, RECONNECT_MAX, RandomGenerator.of("L64X128MixRandom"));

  private volatile Phase phase = Phase.RUNNING;
  private volatile long stopBy;
  private volatile SourceStatus status = SourceStatus.STARTING;
  private volatile boolean busy;

  // Only the loop's thread uses this field.
  private OutboxSession session;
  private Optional<String> databaseError = Optional.empty();
  private int failedConnects;
  private long connectAt = System.nanoTime();

  public RelaySource(
      String name, String replica, RelayConfig config, MeterRegistry registry, Tracer tracer) {
    this.name = name;
    this.replica = replica;
    this.config = config;
    this.metrics = new RelayMetrics(registry, name);
    this.queue = new PublishQueue(name, config, tracer, metrics);
    this.loop = new RelayLoop(name, config, metrics, queue);
    this.replays = new ReplayWorker(name, replica, config, metrics, new Live());
    this.watch = new QueueWatch(name, config, metrics, this::status, loop::overlooked);
    this.thread = new Thread(this::run, "relay-" + name);
    this.thread.setDaemon(true);
    registerGauges();
  }

  private void registerGauges() {
    metrics.gauge("relay.lanes.owned", () -> status.lanes().size());
    metrics.gauge("relay.source.paused", () -> status.broker().pauseReason().isPresent() ? 1 : 0);
    metrics.gauge("relay.source.outage", () -> status.broker().outage() ? 1 : 0);
    metrics.gauge("relay.source.yielding", () -> status.yielding() ? 1 : 0);
    metrics.gauge("relay.database.connected", () -> status.connected() ? 1 : 0);
  }

  /** The loop, as replays see the loop; replays yield to live events. */
  private final class Live implements LiveTraffic {
    @Override
    public boolean isBusy() {
      return busy;
    }

    @Override
    public boolean isBrokerWorking() {
      BrokerState broker = status.broker();
      return !broker.outage() && broker.pauseReason().isEmpty();
    }
  }

  public void start() {
    thread.start();
    replays.start();
    watch.start();
  }

  private void run() {
    while (phase == Phase.RUNNING || (phase == Phase.STOPPING && !isStopped())) {
      try {
        turn();
      } catch (SQLException failure) {
        databaseLost(failure);
      } catch (InterruptedException interrupted) {
        LOG.debugf("%s: interrupted", name);
      } catch (RuntimeException bug) {
        LOG.errorf(bug, "%s: unexpected error; the source starts over. To do: report it", name);
        databaseLost(bug);
      }
      publishStatus();
    }
    finish();
  }

  private void turn() throws SQLException, InterruptedException {
    if (session == null && !reconnected()) {
      loop.idle(config.poll().idle());
      return;
    }
    loop.turn(session);
    if (failedConnects > 0) {
      LOG.infof("%s: the database works again", name);
    }
    failedConnects = 0;
    databaseError = Optional.empty();
  }

  private boolean reconnected() throws SQLException {
    if (System.nanoTime() - connectAt < 0) {
      return false;
    }
    session = OutboxSession.open(config.sources().get(name), replica, config);
    return true;
  }

  private void databaseLost(Exception failure) {
    failedConnects++;
    Duration wait = reconnect.after(failedConnects);
    connectAt = System.nanoTime() + wait.toNanos();
    databaseError = Optional.of(String.valueOf(failure.getMessage()));
    if (failedConnects == 1) {
      metrics.databaseLost();
      LOG.warnf(
          "%s: the database cannot be used: %s. To do: nothing if it comes back; else check the"
              + " server, the role and the outbox tables of the schema",
          name, failure.getMessage());
    }
    closeSession();
    loop.forgetLanes();
  }

  private void closeSession() {
    if (session != null) {
      session.close();
      session = null;
    }
  }

  private void publishStatus() {
    status = loop.status(session != null && databaseError.isEmpty(), databaseError);
    busy = loop.isBusy();
  }

  /**
   * Called by the loop's thread: tells the loop once to leave, then returns whether the loop has
   * left.
   */
  private boolean isStopped() {
    loop.leave();
    return loop.hasLeft() || System.nanoTime() - stopBy >= 0;
  }

  private void finish() {
    try {
      if (phase == Phase.STOPPING && session != null) {
        loop.releaseAll(session);
      }
    } catch (SQLException failure) {
      LOG.warnf(
          "%s: lanes could not be released: %s. To do: nothing, their leases expire",
          name, failure.getMessage());
    } finally {
      closeSession();
      queue.close();
      LOG.infof("%s: stopped", name);
    }
  }

  /**
   * Stops gracefully: fetches no more, settles requests in flight, and releases each idle lane.
   * Returns when done, at the latest a little after the stop timeout.
   */
  public void stop() {
    beginStop();
    join(config.stopTimeout().plus(config.lease().statementTimeout()));
  }

  /** Starts a graceful stop and does not wait for it. */
  void beginStop() {
    if (phase == Phase.RUNNING) {
      stopBy = System.nanoTime() + config.stopTimeout().toNanos();
      phase = Phase.STOPPING;
      replays.close();
      watch.close();
      queue.wakeUp();
    }
  }

  /** Ends as a crashed process would: settles and releases nothing. For tests. */
  void kill() {
    phase = Phase.KILLED;
    replays.close();
    watch.close();
    queue.close();
    queue.wakeUp();
    join(config.lease().statementTimeout());
  }

  private void join(Duration patience) {
    try {
      thread.join(patience.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
  }

  public String name() {
    return name;
  }

  public SourceStatus status() {
    return status;
  }

  /** The state of each lane at the last look; empty before the first look. */
  public List<LaneState> laneStates() {
    return watch.lanes();
  }

  /** Whether the loop's thread runs; no failure of the database or the broker ends the thread. */
  public boolean isAlive() {
    return thread.isAlive();
  }
}
