package com.cottonerp.relay.source;

import com.cottonerp.relay.RelayConfig;
import com.cottonerp.relay.lane.FetchQuotas;
import com.cottonerp.relay.lane.Lane;
import com.cottonerp.relay.lane.OwnedLanes;
import com.cottonerp.relay.metrics.RelayMetrics;
import com.cottonerp.relay.outbox.BrokerRefusal;
import com.cottonerp.relay.outbox.BrokerRefusals.Outcome;
import com.cottonerp.relay.outbox.OutboxSession;
import com.cottonerp.relay.outbox.PendingEvent;
import com.cottonerp.relay.outbox.PendingEvents.Fetched;
import com.cottonerp.relay.outbox.PendingEvents.Orphan;
import com.cottonerp.relay.outbox.PendingEvents.Ring;
import com.cottonerp.relay.outbox.PendingEvents.Wanted;
import com.cottonerp.relay.outbox.Settlement;
import com.cottonerp.relay.publishing.FailureLog;
import com.cottonerp.relay.publishing.Forgotten;
import com.cottonerp.relay.publishing.PublishQueue;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * The way of an event through the relay, one turn of a loop after the other: wait for the broker,
 * settle acknowledged events, record refused events, keep the lanes, fetch, send.
 *
 * <p>INVARIANT: only the loop's thread touches this state, and each database access of a turn is a
 * short statement: the loop holds no transaction while the broker works.
 *
 * <p>Long because one turn is read from top to bottom.
 */
final class RelayLoop {
  private static final Logger LOG = Logger.getLogger(RelayLoop.class);

  /** The limit of one statement, so that the statement ends well before its timeout. */
  private static final int MAX_SETTLEMENTS = 5_000;

  private static final int MIN_FETCH_ROWS = 10;

  private final String source;
  private final RelayConfig config;
  private final RelayMetrics metrics;
  private final PublishQueue queue;
  private final LongSupplier clock;
  private final OwnedLanes lanes;
  private final FetchPace pace;
  private final LaneLooks looks;
  private final SafeIds safeIds = new SafeIds();

  private final OverlookedEvents overlooked = new OverlookedEvents();

  private long lastRing = Long.MIN_VALUE;
  private boolean leaving;

  /** Whether the last fetch left out lanes or events; the next settlement makes room for them. */
  private boolean leftSome = true;

  /** WHY smaller after an error: a fetch that timed out must not time out for ever. */
  private int fetchRows;

  RelayLoop(String source, RelayConfig config, RelayMetrics metrics, PublishQueue queue) {
    this(source, config, metrics, queue, System::nanoTime);
  }

  /**
   * @param clock a monotonic clock in nanoseconds, the same clock as the queue's
   */
  RelayLoop(
      String source,
      RelayConfig config,
      RelayMetrics metrics,
      PublishQueue queue,
      LongSupplier clock) {
    long now = clock.getAsLong();
    this.source = source;
    this.config = config;
    this.metrics = metrics;
    this.queue = queue;
    this.clock = clock;
    this.lanes = new OwnedLanes(source, config.lease(), clock);
    this.pace = new FetchPace(config.poll(), now);
    this.looks = new LaneLooks(now);
    this.fetchRows = config.batch().rows();
  }

  /** Runs one turn. An error ends the session, never the loop. */
  void turn(OutboxSession session) throws SQLException, InterruptedException {
    queue.awaitCompletions(isFetching() ? pace.patience(clock.getAsLong()) : config.poll().idle());
    settle(session);
    recordRefusals(session);
    keepLanes(session);
    // WHY only now: the next owner publishes again every event that is unsettled when a lane is
    // released.
    lanes.release(session.leases(), false);
    lookAgainAtForgotten();
    lookAgainAtOverlooked();
    if (isFetching()) {
      fetch(session);
      queue.sendReady();
    }
  }

  private void settle(OutboxSession session) throws SQLException {
    List<Settlement> acked = queue.nextSettlements(MAX_SETTLEMENTS);
    while (!acked.isEmpty()) {
      long start = clock.getAsLong();
      session.settlements().settle(acked);
      queue.settled(acked); // WHY only now: after an error they are settled by the next session.
      metrics.settled(Duration.ofNanos(clock.getAsLong() - start));
      if (leftSome) {
        pace.leftCanGo(start);
      }
      keepLanes(session); // WHY here: a long backlog of settlements must not cost the leases.
      acked = queue.nextSettlements(MAX_SETTLEMENTS);
    }
  }

  private void recordRefusals(OutboxSession session) throws SQLException {
    Optional<BrokerRefusal> next = queue.nextRefusal();
    while (next.isPresent()) {
      BrokerRefusal refusal = next.get();
      Outcome outcome = Outcome.NOT_OURS;
      if (!refusal.lane().isOver()) {
        outcome = session.refusals().record(refusal, queue.retryAfter(refusal.event()));
      }
      FailureLog.refused(source, refusal, outcome);
      fetchAgainFrom(refusal.lane(), refusal.event().id());
      keepLanes(session); // WHY here: many refusals take longer than a lease.
      next = queue.nextRefusal();
    }
  }

  /**
   * Fetches forgotten events again: of an abandoned lane that this replica keeps, or after a pause
   * in which every event was refused.
   */
  private void lookAgainAtForgotten() {
    Optional<Forgotten> next = queue.nextForgotten();
    while (next.isPresent()) {
      fetchAgainFrom(next.get().lane(), next.get().firstId());
      next = queue.nextForgotten();
    }
  }

  /**
   * Tells the loop which event of a lane could have gone for a while. The loop fetches from there
   * again, unless the lane is at work. May be called by any thread.
   */
  void overlooked(int lane, long event) {
    overlooked.tell(lane, event);
  }

  private void lookAgainAtOverlooked() {
    overlooked.drainTo(
        (number, event) ->
            lanes
                .find(number)
                .filter(this::isAtRest)
                .ifPresent(
                    lane -> {
                      overlooked.suspect(number, event);
                      fetchAgainFrom(lane, event);
                    }));
  }

  private void reportOverlooked(long event) {
    metrics.overlooked();
    LOG.warnf(
        "%s: event %d was overlooked and is fetched now. To do: nothing; if it repeats, report it",
        source, event);
  }

  private void fetchAgainFrom(Lane lane, long event) {
    looks.lookAgainFrom(lane, event - 1);
    pace.laneBecameReady(clock.getAsLong());
  }

  /** Whether nothing but a wrong position keeps the lane's events from being fetched. */
  private boolean isAtRest(Lane lane) {
    return looks.isLookedAt(lane)
        && !lane.hasWork()
        && !queue.isInFlight(lane.number())
        && queue.hasRoom();
  }

  private void keepLanes(OutboxSession session) throws SQLException {
    int before = lanes.size();
    if (lanes.isEmpty()) {
      queue.probe();
    }
    List<Lane> lost = lanes.keep(session.leases(), queue.brokenFor());
    if (lanes.isYielding()) {
      queue.dropAbandoned();
    }
    if (!lost.isEmpty()) {
      queue.dropLanesThatAreOver();
      metrics.leasesLost(lost.size());
      LOG.warnf(
          "%s: lost %d lanes to another replica. To do: nothing; if it repeats, look for long"
              + " pauses of this process or of the database",
          source, lost.size());
    }
    if (lanes.size() > before) {
      pace.laneBecameReady(clock.getAsLong());
    }
  }

  private boolean isFetching() {
    return !leaving && !lanes.isEmpty();
  }

  private void fetch(OutboxSession session) throws SQLException {
    long now = clock.getAsLong();
    if (pace.isLookDue(now)) {
      Ring ring = session.pending().ring();
      // WHY a later time: an id must not count as seen before it was read.
      safeIds.looked(ring, clock.getAsLong());
      pace.looked(ring.lastId() != lastRing, ring, now);
      lastRing = ring.lastId();
    }
    if (!pace.isFetchDue(now)) {
      return;
    }
    pace.fetched(now);
    leftSome = true;
    if (!queue.hasRoom()) { // WHY: the next settlement makes room and a fetch due.
      return;
    }
    List<Lane> ready =
        lanes.readyForFetch(now).stream().filter(lane -> !queue.isInFlight(lane.number())).toList();
    leftSome = ready.size() < lanes.size();
    FetchQuotas quotas = FetchQuotas.share(ready, fetchRows);
    if (!ready.isEmpty()) {
      fetch(session, quotas.byLane());
    }
    if (!quotas.complete()) {
      pace.laneBecameReady(now);
    }
    metrics.fetched(Duration.ofNanos(clock.getAsLong() - now));
  }

  private void fetch(OutboxSession session, Map<Lane, Integer> quotas) throws SQLException {
    long began = clock.getAsLong();
    LaneLooks.Horizon horizon = new LaneLooks.Horizon(safeIds.safe(), safeIds.recent(), lastRing);
    List<Wanted> wanted = looks.plan(quotas, horizon, began);
    Fetched fetched;
    try {
      fetched = session.pending().fetch(wanted, config.batch().bytes());
    } catch (SQLException failure) {
      if (!OutboxSession.isTimeout(failure)) {
        throw failure;
      }
      fetchTimedOut();
      return;
    }
    long ended = clock.getAsLong();
    overlooked.found(wanted, fetched).forEach(this::reportOverlooked);
    looks.looked(quotas, wanted, fetched, horizon, began, ended);
    Map<Integer, Integer> rows = fetched.rowsByLane();
    boolean more =
        !fetched.complete()
            || wanted.stream().anyMatch(want -> rows.getOrDefault(want.lane(), 0) >= want.quota());
    leftSome |= more;
    if (!fetched.candidates().isEmpty()) {
      pace.found(!more && quotas.size() == wanted.size(), ended);
    }
    removeOrphans(session, fetched.orphans());
    Turnstile.Passage passage = new Turnstile(session).pass(fetched.candidates());
    quotas.forEach(
        (lane, quota) ->
            lane.fetched(rows.getOrDefault(lane.number(), 0), quota, config.batch().size()));
    enqueue(quotas.keySet(), passage.through());
    lookAgain(quotas.keySet(), passage);
    fetchRows = Math.min(fetchRows * 2, config.batch().rows());
    if (looks.areFirstLooksLeft(quotas, clock.getAsLong())) {
      pace.laneBecameReady(clock.getAsLong());
    }
  }

  private void fetchTimedOut() {
    fetchRows = Math.max(fetchRows / 2, MIN_FETCH_ROWS);
    looks.timedOut(clock.getAsLong());
    metrics.fetchTimedOut();
    LOG.warnf(
        "%s: a fetch took too long; the next ones fetch less. To do: nothing if it does not last;"
            + " else look for a transaction that has been open for long (pg_dump, idle ones)",
        source);
  }

  /** Marked or left events make room for the events behind them. */
  private void lookAgain(Collection<Lane> fetched, Turnstile.Passage passage) {
    for (Lane lane : fetched) {
      Long from = passage.lookFrom().get(lane.number());
      if (from != null) {
        looks.lookAgainFrom(lane, from);
      }
    }
    if (passage.marked() > 0 || !passage.lookFrom().isEmpty()) {
      pace.laneBecameReady(clock.getAsLong());
    }
  }

  private void removeOrphans(OutboxSession session, List<Orphan> orphans) throws SQLException {
    if (orphans.isEmpty()) {
      return;
    }
    int removed = session.orphans().remove(orphans.stream().map(Orphan::id).toList());
    metrics.orphansRemoved(removed);
    pace.laneBecameReady(clock.getAsLong()); // WHY: what stands behind them is next.
    LOG.warnf(
        "%s: removed %d rows of the queue whose events retention has deleted. To do: nothing; if it"
            + " goes on, look for a relay of an earlier version",
        source, removed);
  }

  private void enqueue(Collection<Lane> lanesFetched, List<PendingEvent> events) {
    Map<Integer, List<PendingEvent>> byNumber = new LinkedHashMap<>();
    for (PendingEvent event : events) {
      byNumber.computeIfAbsent(event.lane(), number -> new ArrayList<>()).add(event);
    }
    for (Lane lane : lanesFetched) {
      if (byNumber.containsKey(lane.number())) {
        queue.add(lane, byNumber.get(lane.number()));
      }
    }
  }

  /** Stops fetching and sending; releases each lane when its requests in flight are settled. */
  void leave() {
    leaving = true;
    lanes.leave();
    queue.dropAbandoned();
  }

  /**
   * Whether the loop is done: this replica owns no lane, and all acknowledged events are settled.
   */
  boolean hasLeft() {
    return leaving && lanes.isEmpty() && !queue.hasInFlight() && !queue.hasUnsettled();
  }

  /** Stops waiting: releases every lane, also lanes with requests in flight. */
  void releaseAll(OutboxSession session) throws SQLException {
    settle(session);
    lanes.keep(session.leases(), queue.brokenFor());
    lanes.release(session.leases(), true);
  }

  /**
   * Forgets the lanes, because without a session no lease can be trusted. Acknowledged events are
   * still settled later.
   */
  void forgetLanes() {
    fetchRows = Math.max(fetchRows / 2, MIN_FETCH_ROWS);
    lanes.forgetAll();
    queue.dropLanesThatAreOver();
    lastRing = Long.MIN_VALUE;
    safeIds.forget();
    pace.laneBecameReady(clock.getAsLong());
  }

  /** Accepts acknowledgements while the database is unreachable. */
  void idle(Duration patience) throws InterruptedException {
    queue.awaitCompletions(patience);
  }

  SourceStatus status(boolean connected, Optional<String> databaseError) {
    return new SourceStatus(
        connected, databaseError, queue.brokerState(), lanes.numbers(), lanes.isYielding());
  }

  /** Whether events are on their way to the broker. */
  boolean isBusy() {
    return queue.hasInFlight();
  }
}
