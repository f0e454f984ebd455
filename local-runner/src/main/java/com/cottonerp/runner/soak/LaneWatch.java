package com.cottonerp.runner.soak;

import com.cottonerp.runner.ApiClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Reads every second the state that the relay reports for each lane, counts the states, and keeps
 * every unknown state. Thread-safe.
 */
final class LaneWatch implements AutoCloseable {
  private static final Set<String> STATES =
      Set.of("UNOWNED", "PAUSED", "STALLED", "MOVING", "BLOCKED", "WAITING", "IDLE");
  private static final long EVERY_MILLIS = 1_000;

  private final Members members;
  private final ApiClient api;
  private final Map<String, Integer> seen = new ConcurrentHashMap<>();
  private final Set<String> wrong = ConcurrentHashMap.newKeySet();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = new Thread(this::watch, "lane-watch");

  LaneWatch(Members members, ApiClient api) {
    this.members = members;
    this.api = api;
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    try {
      for (int look = 0; !stopped.await(EVERY_MILLIS, TimeUnit.MILLISECONDS); look++) {
        for (Members.Context context : Members.CONTEXTS) {
          look(context.source(), members.api("outbox-relay", look));
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(String source, String relay) {
    try {
      ApiClient.Answer answer = api.get(relay + "outboxes/" + source);
      if (answer.status() == 200) {
        answer.body().path("lanes").forEach(lane -> keep(source, lane));
      }
    } catch (UncheckedIOException away) {
      // The relay is down: no state to count.
    }
  }

  private void keep(String source, JsonNode lane) {
    // Null until this replica has looked at the lane.
    String state = lane.path("state").asText("null");
    if (!state.equals("null")) {
      seen.merge(state, 1, Integer::sum);
      if (!STATES.contains(state)) {
        wrong.add("G13: a lane of %s is in no state: %s".formatted(source, lane));
      }
    }
  }

  /** How often each state was seen. */
  Map<String, Integer> seen() {
    return new TreeMap<>(seen);
  }

  Set<String> wrong() {
    return Set.copyOf(wrong);
  }

  @Override
  public void close() {
    stopped.countDown();
    thread.interrupt();
  }
}
