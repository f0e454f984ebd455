package com.cottonerp.relay.lane;

import java.util.concurrent.atomic.AtomicLong;

/**
 * One tenure of a lane by this replica: from the lease to its release or loss. A lane that is
 * leased again is a new object, so whatever still refers to the old tenure can do no harm.
 */
public final class Lane {
  /** Orders fetches; WHY not a clock: two fetches may share an instant. */
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

  /** The lease by the local monotonic clock, shortened by the margin. */
  public boolean isValidAt(long now) {
    return !over && validUntil - now > 0;
  }

  /** Released or lost: nothing may be published or failed in its name any more. */
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
   * How many events to fetch: doubles while the lane has a backlog, so that small fetches stay
   * small.
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

  /** Drains at once: what is not sent is forgotten, and what fails is not sent again. */
  void abandon() {
    draining = true;
    abandoned = true;
  }

  /** Nothing more is sent in its name; requests in flight end. */
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
