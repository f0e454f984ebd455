package com.cottonerp.eventing.inbox;

import java.util.Set;

/** The statements of a rebuild, from the lock to the commit. */
final class Rebuild {
  private enum Next {
    LOCK,
    EMPTY_CURSORS,
    EMPTY_TABLES,
    DONE
  }

  private final InboxTables tables;
  private final InboxVariant variant;
  private Set<Integer> emptied = Set.of();
  private Next next = Next.LOCK;

  Rebuild(InboxTables tables, InboxVariant variant) {
    this.tables = tables;
    this.variant = variant;
  }

  boolean isDone() {
    return next == Next.DONE;
  }

  /** Runs one statement; waits for the transactions that share the lock. Returns the next step. */
  String step() {
    switch (next) {
      case LOCK -> lock();
      case EMPTY_CURSORS -> emptyCursors();
      case EMPTY_TABLES -> emptyTables();
      case DONE -> {}
    }
    return next.name();
  }

  private void lock() {
    if (variant == InboxVariant.REBUILD_WITHOUT_LOCK) {
      next = Next.EMPTY_CURSORS;
    } else if (tables.sharing.isEmpty()) {
      tables.alone = this;
      next = Next.EMPTY_CURSORS;
    }
  }

  /** Waits for rows that other transactions have locked, and then sees the new rows. */
  private void emptyCursors() {
    boolean locked =
        tables.cursors.keySet().stream()
            .anyMatch(aggregate -> tables.rowLocks.getOrDefault(aggregate, this) != this);
    if (!locked) {
      emptied = Set.copyOf(tables.cursors.keySet());
      emptied.forEach(aggregate -> tables.rowLocks.put(aggregate, this));
      tables.parked.clear();
      tables.gaps.clear();
      tables.conflicts.clear();
      next = Next.EMPTY_TABLES;
    }
  }

  /**
   * Empties the tables and commits: the cursors seen before are gone, and all rows of the read
   * model.
   */
  private void emptyTables() {
    tables.cursors.keySet().removeAll(emptied);
    tables.effects.clear();
    tables.unlock(this);
    next = Next.DONE;
  }
}
