package com.cottonerp.eventing.inbox;

/**
 * Keeps one read model up to date from the events of one topic. Each call of a route runs in the
 * transaction that advances the cursor: applied once, whatever is redelivered. A route must have no
 * effect outside the database, because a rebuild plays the whole history again.
 */
public interface Projection {
  /** Stable: the cursor is kept under this name, such as {@code partner-directory}. */
  String name();

  /** Which event goes where. */
  Routes<?> routes();

  /**
   * Whether the first event of an aggregate that comes here may be any of its events: for a
   * projection that is younger than the log, if each event says all that it needs of the past. An
   * aggregate of which nothing has come is taken for one of which nothing was published since: a
   * message that is lost is noticed if another of its aggregate has come, before or after it. A
   * first event that cannot be applied is waited for as any other.
   */
  default boolean beginsAnywhere() {
    return false;
  }
}
