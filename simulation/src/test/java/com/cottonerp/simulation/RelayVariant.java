package com.cottonerp.simulation;

/** The rules of the relay, and broken rules that the checks must notice. */
public enum RelayVariant {
  REAL,
  /** A lease is renewed, released and fenced by its lane, without the epoch. */
  NO_EPOCH,
  /** An event leaves the queue when it is sent. */
  SETTLE_BEFORE_ACK,
  /** Each replica reads its own clock to decide who holds a lane and until when. */
  LEASE_BY_OWN_CLOCK,
  /** Free lanes are read first and taken afterwards, with no row lock in between. */
  LEASE_WITHOUT_LOCK,
  /** The messages of a request go out as two requests that are in flight together. */
  TWO_REQUESTS_PER_KEY,
  /** Every event that is fetched counts as the next one of its aggregate. */
  NO_TURNSTILE
}
