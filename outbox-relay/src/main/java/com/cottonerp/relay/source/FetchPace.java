package com.cottonerp.relay.source;

import com.cottonerp.relay.RelayConfig;
import com.cottonerp.relay.outbox.PendingEvents.Ring;
import java.time.Duration;

/**
 * Decides when to read the doorbell, and when to fetch.
 *
 * <p>The bell rings when a writer takes the next id, before the writer's commit. So after a ring
 * the loop fetches after 5, 10, 20, 40… ms, until all transactions that may have rung have ended
 * and one more fetch has run. The regular fallback fetch never stops, and finds the events that
 * ring no bell. After a fetch that found all events, the loop ignores the bell for a while, so that
 * later events are fetched together.
 *
 * <p>The longer the bell is silent, the less often the loop looks at the bell. Pure.
 */
final class FetchPace {
  /** A look is late by at most this part of the silence that the next ring ends. */
  private static final int PART_OF_SILENCE = 100;

  private final long busy;
  private final long idle;
  private final long fallback;
  private final long together;

  private long lastRing;
  private long lookAt;
  private long fetchAt;
  private long followUp;

  /** Rings before this time are answered by one fetch. */
  private long notBefore;

  /**
   * From the last ring: when all transactions below this number have ended, the events are
   * committed.
   */
  private long rungBelow;

  private boolean awaitsCommit;

  FetchPace(RelayConfig.Poll poll, long now) {
    this.busy = poll.busy().toNanos();
    this.idle = poll.idle().toNanos();
    this.fallback = poll.fallback().toNanos();
    this.together = poll.together().toNanos();
    this.lastRing = now - PART_OF_SILENCE * idle; // As after a long silence.
    this.notBefore = now;
    this.lookAt = now;
    this.fetchAt = now;
    this.followUp = fallback;
  }

  boolean isLookDue(long now) {
    return now - lookAt >= 0;
  }

  boolean isFetchDue(long now) {
    return now - fetchAt >= 0;
  }

  void looked(boolean rung, Ring ring, long now) {
    if (rung) {
      lastRing = now;
      followUp = busy;
      fetchAt = together(now);
      awaitsCommit = true;
      rungBelow = ring.nextTransaction();
    }
    if (awaitsCommit && ring.oldestTransaction() >= rungBelow) {
      awaitsCommit = false;
      followUp = fallback;
      fetchAt = together(now);
    }
    lookAt = together(now + pollDelay(now));
  }

  private long together(long at) {
    return at - notBefore < 0 ? notBefore : at;
  }

  /**
   * A fetch found events.
   *
   * @param all whether no further event is known to wait
   */
  void found(boolean all, long now) {
    notBefore = all ? now + together : now;
    fetchAt = together(fetchAt);
    lookAt = together(lookAt);
  }

  /** A lane has room for the events that a fetch left out. */
  void leftCanGo(long now) {
    if (now - fetchAt < 0) {
      fetchAt = together(now);
    }
  }

  /** A lane is ready for more events, so a fetch may find events. */
  void laneBecameReady(long now) {
    fetchAt = now;
  }

  void fetched(long now) {
    fetchAt = together(now + followUp);
    followUp = Math.min(followUp * 2, fallback);
  }

  /** How long the loop may wait for completions. */
  Duration patience(long now) {
    long until = Math.min(lookAt - now, fetchAt - now);
    return Duration.ofNanos(Math.max(0, Math.min(until, Math.max(together, idle))));
  }

  private long pollDelay(long now) {
    return Math.max(busy, Math.min(idle, (now - lastRing) / PART_OF_SILENCE));
  }
}
