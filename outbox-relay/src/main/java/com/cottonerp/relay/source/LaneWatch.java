package com.cottonerp.relay.source;

import com.cottonerp.relay.outbox.LaneFacts;
import com.cottonerp.relay.source.LaneState.State;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks that every pending event is in exactly one known state: moving in an owned lane, waiting
 * for its time, blocked, paused, or in an unowned lane whose lease runs out. A lane in none of
 * these states has stalled. The watch reads from the database whether the first event of a lane
 * goes, and does not trust the code that should publish the event. Pure.
 */
final class LaneWatch {
  private final Duration stalledAfter;
  private final Duration unownedAfter;
  private final Map<Integer, Seen> lanes = new HashMap<>();

  /** A lane's first event and the time since which it is first; the time without an owner. */
  private record Seen(long firstReady, long since, boolean owned, long ownedSince) {}

  /**
   * @param stalledAfter for how long the first event of a lane may stay the same
   * @param unownedAfter for how long a lane may lack an owner: a crash and a take-over
   */
  LaneWatch(Duration stalledAfter, Duration unownedAfter) {
    this.stalledAfter = stalledAfter;
    this.unownedAfter = unownedAfter;
  }

  /**
   * Judges the facts, compared with the previous look.
   *
   * @param paused why the broker accepts no event; empty while the broker does
   */
  List<LaneState> look(List<LaneFacts> facts, Optional<String> paused, long now) {
    return facts.stream().map(lane -> look(lane, paused, now)).toList();
  }

  private LaneState look(LaneFacts lane, Optional<String> paused, long now) {
    boolean owned = lane.owner() != null;
    Seen before = lanes.get(lane.lane());
    boolean sameFirst = before != null && before.firstReady() == lane.firstReady();
    boolean sameOwned = before != null && before.owned() == owned;
    // WHY not while paused: when the broker works again, the lane gets its full time.
    long since = sameFirst && paused.isEmpty() ? before.since() : now;
    long ownedSince = sameOwned ? before.ownedSince() : now;
    lanes.put(lane.lane(), new Seen(lane.firstReady(), since, owned, ownedSince));
    if (lane.firstReady() == 0) {
      return resting(lane);
    }
    if (!owned) {
      boolean tooLong = now - ownedSince >= unownedAfter.toNanos();
      return new LaneState(lane.lane(), State.UNOWNED, "no replica has leased it", tooLong);
    }
    if (paused.isPresent()) {
      return new LaneState(lane.lane(), State.PAUSED, paused.get(), false);
    }
    if (now - since >= stalledAfter.toNanos()) {
      String reason =
          "event %d is the first for %d s and is not published"
              .formatted(lane.firstReady(), Duration.ofNanos(now - since).toSeconds());
      return new LaneState(lane.lane(), State.STALLED, reason, true);
    }
    return new LaneState(lane.lane(), State.MOVING, null, false);
  }

  private static LaneState resting(LaneFacts lane) {
    if (lane.failed() > 0) {
      String reason = lane.failed() + " events failed; their aggregates wait";
      return new LaneState(lane.lane(), State.BLOCKED, reason, false);
    }
    if (lane.retrying() > 0) {
      String reason = lane.retrying() + " events wait for their next attempt";
      return new LaneState(lane.lane(), State.WAITING, reason, false);
    }
    return new LaneState(lane.lane(), State.IDLE, null, false);
  }
}
