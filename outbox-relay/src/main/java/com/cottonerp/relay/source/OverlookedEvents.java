package com.cottonerp.relay.source;

import com.cottonerp.relay.outbox.PendingEvents.Fetched;
import com.cottonerp.relay.outbox.PendingEvents.Wanted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjLongConsumer;

/**
 * Events that could go at two looks of {@link QueueWatch}, and whether the loop had really stepped
 * over them: only what the next fetch of the lane finds was still waiting. WHY: between the look
 * and the turn of the loop the event may have gone. Belongs to the loop, but for {@link #tell}.
 */
final class OverlookedEvents {
  /** By lane. */
  private final Map<Integer, Long> told = new ConcurrentHashMap<>();

  private final Map<Integer, Long> suspected = new HashMap<>();

  /** The watch saw the event twice. May be called by any thread. */
  void tell(int lane, long event) {
    told.put(lane, event);
  }

  /** Passes on, once, what the watch has told: lane and event. */
  void drainTo(ObjLongConsumer<Integer> taker) {
    for (Integer lane : told.keySet()) {
      taker.accept(lane, told.remove(lane));
    }
  }

  /** The next fetch of the lane begins before the event. */
  void suspect(int lane, long event) {
    suspected.put(lane, event);
  }

  /** The ids of the suspected events that a fetch has found. */
  List<Long> found(List<Wanted> wanted, Fetched fetched) {
    if (suspected.isEmpty()) {
      return List.of();
    }
    Map<Integer, Long> expected = new HashMap<>();
    wanted.forEach(
        want -> {
          Long event = suspected.remove(want.lane());
          if (event != null) {
            expected.put(want.lane(), event);
          }
        });
    return fetched.candidates().stream()
        .map(candidate -> candidate.event())
        .filter(event -> Long.valueOf(event.id()).equals(expected.get(event.lane())))
        .map(event -> event.id())
        .toList();
  }
}
