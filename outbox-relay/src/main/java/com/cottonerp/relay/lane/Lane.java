package com.cottonerp.relay.lane;

import java.util.concurrent.atomic.AtomicLong;

/**
 * One tenure of a lane by this replica, from the lease to its release or loss. Leasing the lane
 * again makes a new object, so a reference to an old tenure can do no harm.
 */
public final class Lane {
  /** Orders fetches. WHY not a clock: two fetches may have the same time. */
  private static final AtomicLong FETCHES = new AtomicLong();

  private static final int FIRST_APPETITE = 50;

  private final int number;
  private final long epoch;

  private long validUntil;
  private boolean draining;
  private boolean abandoned;
  private boolean over;
  private int openPublications;
  private long lastFetch;
  private int appetite = FIRST_APPETITE;

  Lane(int number, long epoch, long validUntil) {
    this.number = number;
    this.epoch = epoch;
    this.validUntil = validUntil;
  }

  public int number() {
    return number;
  }

  public long epoch() {
    return epoch;
  }

  /** Whether the lease is valid by the local monotonic clock, with the margin subtracted. */
  public boolean isValidAt(long now) {
    return !over && validUntil - now > 0;
  }

  /**
   * Whether the lease was released or lost: the relay may no longer publish or fail events for it.
   */
  public boolean isOver() {
    return over;
  }

  public boolean hasWork() {
    return openPublications > 0;
  }

  public void publicationOpened() {
    openPublications++;
  }

  public void publicationClosed() {
    openPublications--;
  }

  /**
   * The number of events to fetch. Doubles while the lane has a backlog, so that fetches without a
   * backlog stay small.
   */
  int appetite() {
    return appetite;
  }

  long lastFetch() {
    return lastFetch;
  }

  public void fetched(int events, int quota, int maximum) {
    lastFetch = FETCHES.incrementAndGet();
    appetite =
        events >= quota ? Math.min(appetite * 2, maximum) : Math.min(FIRST_APPETITE, maximum);
  }

  boolean isDraining() {
    return draining;
  }

  void drain() {
    draining = true;
  }

  /** Drains at once: unsent events are forgotten, and failed requests are not sent again. */
  void abandon() {
    draining = true;
    abandoned = true;
  }

  /** Whether the lane sends no further request; requests in flight still end. */
  public boolean isAbandoned() {
    return abandoned;
  }

  void keep() {
    draining = false;
    abandoned = false;
  }

  void renewed(long until) {
    validUntil = until;
  }

  void end() {
    over = true;
  }
}
