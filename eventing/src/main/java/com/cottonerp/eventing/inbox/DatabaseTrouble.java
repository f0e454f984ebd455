package com.cottonerp.eventing.inbox;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * Tells trouble with the database, which passes, from a fault of the event or of a projection,
 * which does not. Only the latter may park an event: a restart of PostgreSQL must park nothing.
 */
final class DatabaseTrouble {
  /**
   * SQLSTATE classes: connection, rolled back (deadlock, serialization), resources, lock not
   * available, operator's intervention (shutdown, cancel), system error.
   */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "55", "57", "58");

  private DatabaseTrouble() {}

  static boolean causes(Throwable failure) {
    return causes(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  // A rollback that fails as well leaves the first failure as cause or as suppressed.
  private static boolean causes(Throwable failure, Set<Throwable> seen) {
    if (failure == null || !seen.add(failure)) {
      return false;
    }
    if (passes(failure) || causes(failure.getCause(), seen)) {
      return true;
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      if (causes(suppressed, seen)) {
        return true;
      }
    }
    return false;
  }

  private static boolean passes(Throwable failure) {
    if (failure instanceof PgException refusal) {
      return PASSING_CLASSES.contains(refusal.getSqlState().substring(0, 2));
    }
    // The client throws the last two for closed connections and for a pool without a free one.
    return failure instanceof IOException && !(failure instanceof JacksonException)
        || failure instanceof TimeoutException
        || failure instanceof VertxException
        || failure instanceof NoStackTraceThrowable;
  }
}
