package com.cottonerp.simulation;

/** The rules of the relay, and ways to break them that a check must notice. */
public enum RelayVariant {
  REAL,
  /** A lease is renewed, released and fenced by its lane alone. */
  NO_EPOCH,
  /** An event leaves the queue when it is sent. */
  SETTLE_BEFORE_ACK,
  /** Who holds a lane, and until when, is read off the clock of each replica. */
  LEASE_BY_OWN_CLOCK,
  /** Free lanes are read first and taken afterwards, with no row lock in between. */
  LEASE_WITHOUT_LOCK,
  /** The messages of a request go out as two requests that are in flight together. */
  TWO_REQUESTS_PER_KEY,
  /** Every event that is fetched counts as the next one of its aggregate. */
  NO_TURNSTILE
}
