package com.cottonerp.relay.source;

import com.cottonerp.relay.outbox.LaneFacts;
import com.cottonerp.relay.source.LaneState.State;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the sentence that all pending work is in exactly one visible state: owned and moving,
 * waiting for its time, blocked, paused, or unowned with a lease that runs out. What is none of
 * these has stalled, whatever the reason: that the first event of a lane goes is seen in the
 * database, and not believed of the code that should publish it. Pure.
 */
final class LaneWatch {
  private final Duration stalledAfter;
  private final Duration unownedAfter;
  private final Map<Integer, Seen> lanes = new HashMap<>();

  /** The first event of a lane and since when it is the first; since when the lane has no owner. */
  private record Seen(long firstReady, long since, boolean owned, long ownedSince) {}

  /**
   * @param stalledAfter for how long the first event of a lane may be the same
   * @param unownedAfter for how long a lane may be without an owner: a crash and a take-over
   */
  LaneWatch(Duration stalledAfter, Duration unownedAfter) {
    this.stalledAfter = stalledAfter;
    this.unownedAfter = unownedAfter;
  }

  /**
   * What the facts mean after what was seen before.
   *
   * @param paused why the broker takes nothing, if so
   */
  List<LaneState> look(List<LaneFacts> facts, Optional<String> paused, long now) {
    return facts.stream().map(lane -> look(lane, paused, now)).toList();
  }

  private LaneState look(LaneFacts lane, Optional<String> paused, long now) {
    boolean owned = lane.owner() != null;
    Seen before = lanes.get(lane.lane());
    boolean sameFirst = before != null && before.firstReady() == lane.firstReady();
    boolean sameOwned = before != null && before.owned() == owned;
    // WHY not while paused: when the broker works again the lane gets its whole time.
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
