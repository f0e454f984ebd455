package com.cottonerp.relay.publishing;

import java.time.Duration;
import java.util.Optional;

/**
 * Decides whether one more request of a source may be sent now.
 *
 * <pre>
 *           3 failures in a row                    environment error
 *   OPEN ────────────────────────▶ OUTAGE    any ─────────────────────▶ PAUSED
 *     ▲  ◀──────── success ──────────┘                                     │
 *     ├────────────────────────── success ─────────────────────────────────┘
 *     └─── success ─── REFUSED ◀── one aggregate after the other refused, none accepted
 * </pre>
 *
 * While OPEN the number of requests in flight is limited; RESOURCE_EXHAUSTED of several ordering
 * keys halves the limit, and every success raises the limit (AIMD). In an OUTAGE one request at a
 * time probes; an ordering key without an attempt so far may probe at once, so that one sick key
 * does not delay the other keys. While PAUSED one request probes every few seconds. REFUSED is a
 * pause whose probes carry one event each. The first probes go out at once, for as many keys as
 * there are lanes, because only the first events may be bad. Not thread-safe: belongs to the loop.
 */
final class SendGate {
  private enum State {
    OPEN,
    OUTAGE,
    PAUSED,
    REFUSED
  }

  private static final int FAILURES_OF_AN_OUTAGE = 3;
  private static final int PROBES_AT_ONCE = 64;

  private final int maxConcurrency;
  private final Duration probeInterval;
  private final Backoff probeBackoff;
  private final ExhaustedKeys exhausted = new ExhaustedKeys();

  private State state = State.OPEN;
  private String pauseReason;
  private boolean broken;
  private long brokenSince;
  private double concurrency;
  private long lastDecreaseAt;
  private int failuresInARow;
  private int probeFailures;
  private int probesRefused;
  private long outageSince;
  private long refusedSince;
  private long probeAt;

  SendGate(int maxConcurrency, Duration probeInterval, Backoff probeBackoff, long now) {
    this.maxConcurrency = maxConcurrency;
    this.probeInterval = probeInterval;
    this.probeBackoff = probeBackoff;
    this.concurrency = maxConcurrency;
    this.lastDecreaseAt = now;
  }

  boolean admits(Publication publication, int inFlight, long now) {
    return switch (state) {
      case OPEN -> inFlight < (int) concurrency && publication.isDue(now);
      case OUTAGE -> inFlight == 0 && (publication.isUntried() || now - probeAt >= 0);
      case PAUSED -> inFlight == 0 && now - probeAt >= 0;
      case REFUSED ->
          inFlight == 0
              && (now - probeAt >= 0
                  || (publication.isUntried() && probesRefused < PROBES_AT_ONCE));
    };
  }

  /** Whether each request is now a probe of the broker. */
  boolean isProbing() {
    return state != State.OPEN;
  }

  /** The broker accepted or refused an event, so the broker works. Returns whether this is news. */
  boolean answered() {
    boolean recovered = state != State.OPEN;
    open();
    failuresInARow = 0;
    concurrency = Math.min(maxConcurrency, concurrency + 1 / concurrency);
    return recovered;
  }

  private void open() {
    state = State.OPEN;
    pauseReason = null;
    broken = false;
  }

  private void close(State reason, long now) {
    state = reason;
    if (!broken) {
      broken = true;
      brokenSince = now;
    }
  }

  /**
   * The broker says that the broker would accept an event. Requests may go out again; if these
   * requests fail, the outage counts from its first failure.
   */
  void reopenOnTrial() {
    state = State.OPEN;
    pauseReason = null;
    failuresInARow = 0;
  }

  /** How long the source could send no event; empty while the source may send events. */
  Optional<Duration> brokenFor(long now) {
    return state == State.OPEN
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(now - brokenSince));
  }

  void failed(FailureClass failure, String reason, long sentAt, long now) {
    switch (failure) {
      case TRANSIENT -> failedTransiently(sentAt, now);
      case ENVIRONMENT -> pause(reason, now);
      case EXHAUSTED, POISON -> throw new IllegalArgumentException("this is an answer");
    }
  }

  private void failedTransiently(long sentAt, long now) {
    failuresInARow++;
    if (state == State.OUTAGE) {
      if (sentAt - outageSince >= 0) { // WHY: older requests are the outage's start, not probes.
        probeFailures++;
        probeAt = now + probeBackoff.after(probeFailures).toNanos();
      }
    } else if (state != State.OPEN || failuresInARow >= FAILURES_OF_AN_OUTAGE) {
      close(State.OUTAGE, now);
      pauseReason = null;
      outageSince = now;
      probeFailures = 1;
      probeAt = now + probeBackoff.after(1).toNanos();
    }
  }

  /** The broker works, and this key or the project is too fast. Returns whether this is news. */
  boolean exhausted(String orderingKey, long sentAt, long now) {
    boolean recovered = state != State.OPEN;
    open();
    failuresInARow = 0;
    boolean judges = sentAt - lastDecreaseAt >= 0; // WHY: older requests do not judge a decrease.
    if (judges && exhausted.add(orderingKey, now)) {
      concurrency = Math.max(1, concurrency / 2);
      lastDecreaseAt = now;
      exhausted.forget();
    }
    return recovered;
  }

  private void pause(String reason, long now) {
    close(State.PAUSED, now);
    pauseReason = reason;
    probeAt = now + probeInterval.toNanos();
  }

  /** The broker refuses all events. */
  void refusedAll(String reason, long sentAt, long now) {
    if (state != State.REFUSED) {
      close(State.REFUSED, now);
      pauseReason = reason;
      refusedSince = now;
      probesRefused = 0;
      probeAt = now + probeInterval.toNanos();
    } else if (sentAt - refusedSince >= 0) { // WHY: older requests are no probes.
      probesRefused++;
      probeAt = now + probeInterval.toNanos();
    }
  }

  /** Whether each request probes with one event whether the broker accepts any event. */
  boolean isRefused() {
    return state == State.REFUSED;
  }

  Optional<String> pauseReason() {
    return Optional.ofNullable(pauseReason);
  }

  boolean isOutage() {
    return state == State.OUTAGE;
  }

  int concurrency() {
    return (int) concurrency;
  }
}
