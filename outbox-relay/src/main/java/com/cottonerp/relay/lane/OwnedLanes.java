package com.cottonerp.relay.lane;

import com.cottonerp.relay.RelayConfig;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * The lanes of this replica, with heartbeat, renewal, fair share and release. The documentation of
 * the parent package describes the life of a lane. Not thread-safe: belongs to the loop.
 *
 * <p>A replica that has not published for a while yields all its lanes, if another replica
 * publishes; the publishing replicas share the lanes. While no replica publishes, no lane moves,
 * because no other replica would serve the lane better.
 */
public final class OwnedLanes {
  private static final Logger LOG = Logger.getLogger(OwnedLanes.class);

  private final String source;
  private final RelayConfig.Lease timing;
  private final LongSupplier clock;
  private final Map<Integer, Lane> lanes = new TreeMap<>();

  private boolean leaving;
  private boolean saidGoodbye;
  private boolean yielding;
  private boolean toldWorking = true;
  private long renewAt;
  private long surveyAt;

  /**
   * @param clock a monotonic clock in nanoseconds, for durations only
   */
  public OwnedLanes(String source, RelayConfig.Lease timing, LongSupplier clock) {
    long now = clock.getAsLong();
    this.source = source;
    this.timing = timing;
    this.clock = clock;
    this.renewAt = now;
    this.surveyAt = now;
  }

  /**
   * Does the work that is due; returns the lanes that another replica took.
   *
   * @param brokenFor how long this replica has not reached the broker; empty while the broker works
   */
  public List<Lane> keep(LaneLeases leases, Optional<Duration> brokenFor) throws SQLException {
    List<Lane> lost = List.of();
    long now = clock.getAsLong();
    boolean working = brokenFor.isEmpty();
    if (leaving) {
      sayGoodbyeOnce(leases);
    }
    if (now - renewAt >= 0) {
      lost = renew(leases, working, now);
      renewAt = now + timing.renew().toNanos();
    } else if (!leaving && working != toldWorking) {
      beat(leases, working);
    }
    if (!leaving && now - surveyAt >= 0) {
      balance(leases, brokenFor);
      surveyAt = now + timing.survey().toNanos();
    }
    return lost;
  }

  private void beat(LaneLeases leases, boolean working) throws SQLException {
    leases.beat(working);
    toldWorking = working;
  }

  private List<Lane> renew(LaneLeases leases, boolean working, long before) throws SQLException {
    if (!leaving) {
      beat(leases, working);
    }
    if (lanes.isEmpty()) {
      return List.of();
    }
    Set<Integer> renewed = leases.renew(lanes.values());
    List<Lane> lost = new ArrayList<>();
    for (Lane lane : lanes.values()) {
      if (renewed.contains(lane.number())) {
        lane.renewed(trustedUntil(before));
      } else {
        lost.add(lane);
      }
    }
    end(lost);
    return lost;
  }

  private void balance(LaneLeases leases, Optional<Duration> brokenFor) throws SQLException {
    LaneLeases.Survey seen = leases.survey(lanes.values());
    boolean working = brokenFor.isEmpty();
    if (seen.othersSilent() > 0) {
      // WHY: a relay of an earlier version counts every live replica, so a yielded lane might stay
      // without an owner.
      share(leases, new LaneShare(seen.live()), seen.freeLanes(), true);
    } else if (working) {
      share(leases, new LaneShare(seen.othersWorking() + 1), seen.freeLanes(), true);
    } else if (seen.othersWorking() == 0) {
      share(leases, new LaneShare(seen.live()), seen.freeLanes(), false);
    } else if (brokenFor.get().compareTo(timing.yieldAfter()) >= 0) {
      yieldAll();
    }
  }

  private void share(LaneLeases leases, LaneShare share, int free, boolean giveSurplus)
      throws SQLException {
    if (yielding) {
      LOG.infof("%s: takes its share of the lanes again", source);
      yielding = false;
    }
    markSurplus(giveSurplus ? share.toDrain(lanes.size()) : 0);
    int wanted = share.toAcquire(lanes.size(), free);
    if (wanted == 0) {
      return;
    }
    long before = clock.getAsLong();
    Map<Integer, Long> epochs = leases.acquire(wanted, lanes.values());
    epochs.forEach(
        (number, epoch) -> lanes.put(number, new Lane(number, epoch, trustedUntil(before))));
    if (!epochs.isEmpty()) {
      LOG.infof("%s: leased lanes %s, owns %d", source, epochs.keySet(), lanes.size());
    }
  }

  private void yieldAll() {
    if (!yielding) {
      LOG.warnf(
          "%s: gets nothing to the broker although another replica does; yields its %d lanes."
              + " To do: check the network and the credentials of this replica",
          source, lanes.size());
    }
    yielding = true;
    lanes.values().forEach(Lane::abandon);
  }

  /** Marks the highest lanes for release; a lane that is no longer surplus stays. */
  private void markSurplus(int surplus) {
    int kept = lanes.size() - surplus;
    for (Lane lane : lanes.values()) {
      if (kept-- > 0) {
        lane.keep();
      } else {
        lane.drain();
      }
    }
  }

  /**
   * WHY before: the database's ttl starts after the statement was sent, so this replica's ttl ends
   * first.
   */
  private long trustedUntil(long before) {
    Duration trusted = timing.ttl().minus(timing.margin());
    return before + trusted.toNanos();
  }

  private void sayGoodbyeOnce(LaneLeases leases) throws SQLException {
    if (!saidGoodbye) {
      leases.sayGoodbye();
      saidGoodbye = true;
    }
  }

  /** Stops acquiring lanes, and drains all lanes. */
  public void leave() {
    leaving = true;
    lanes.values().forEach(Lane::abandon);
  }

  /** Releases drained lanes; with {@code force}, all lanes. */
  public void release(LaneLeases leases, boolean force) throws SQLException {
    List<Lane> drained = lanes.values().stream().filter(lane -> force || isDrained(lane)).toList();
    if (!drained.isEmpty()) {
      leases.release(drained);
      end(drained);
      LOG.infof("%s: released %d lanes, owns %d", source, drained.size(), lanes.size());
    }
  }

  private static boolean isDrained(Lane lane) {
    return lane.isDraining() && !lane.hasWork();
  }

  /** Forgets all lanes, because the database is unreachable and no lease can be trusted. */
  public List<Lane> forgetAll() {
    List<Lane> forgotten = List.copyOf(lanes.values());
    end(forgotten);
    long now = clock.getAsLong();
    renewAt = now;
    surveyAt = now;
    return forgotten;
  }

  private void end(Collection<Lane> ended) {
    for (Lane lane : List.copyOf(ended)) {
      lane.end();
      lanes.remove(lane.number());
    }
  }

  /** The lanes that may fetch their next events. */
  public List<Lane> readyForFetch(long now) {
    return lanes.values().stream()
        .filter(lane -> !lane.isDraining() && !lane.hasWork() && lane.isValidAt(now))
        .toList();
  }

  public Optional<Lane> find(int number) {
    return Optional.ofNullable(lanes.get(number));
  }

  /** Whether this replica leaves its lanes to replicas with a working broker. */
  public boolean isYielding() {
    return yielding;
  }

  public int size() {
    return lanes.size();
  }

  public boolean isEmpty() {
    return lanes.isEmpty();
  }

  /** The numbers of the owned lanes. */
  public Set<Integer> numbers() {
    return Set.copyOf(lanes.keySet());
  }
}
