package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.inbox.Cursors.MovedMeanwhileException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Tells faults that pass by themselves (a lost connection, a restart, a deadlock) from faults of a
 * message or a projection, which do not. A list of what is known to pass: whatever is not on it is
 * the message's fault. Pure.
 */
final class TransientFault {
  /**
   * SQLSTATE classes: connection, rolled back, resources, operator's intervention, system error.
   */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");

  // The server refuses every login (a password is being changed, a database is being restored), or
  // became a standby.
  private static final Set<String> PASSING_STATES = Set.of("28000", "28P01", "3D000", "25006");

  // It ended or refused the session, whatever the state: a statement of ours is an ERROR.
  private static final Set<String> ENDS_THE_SESSION = Set.of("FATAL", "PANIC");

  private static final int ATTEMPTS = 12;
  private static final int LOCK_ATTEMPTS = 90;
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  // WHY not: a statement that runs into its time limit does so again.
  private static final String QUERY_CANCELED = "57014";

  private static final String FEATURE_NOT_SUPPORTED = "0A000";
  private static final String STALE_PLAN = "cached plan must not change result type";

  private static final Pattern BROKEN_CONNECTION =
      Pattern.compile("reset|broken pipe|timed out|closed|aborted", Pattern.CASE_INSENSITIVE);

  private TransientFault() {}

  /** How often it is worth trying while the database works. */
  static int attemptsWorth(Throwable failure) {
    if (!causes(failure)) {
      return 1;
    }
    // WHY more: each has waited for ten seconds already, for a rebuild that empties a large table.
    return isCausedBy(failure, TransientFault::isLockWait) ? LOCK_ATTEMPTS : ATTEMPTS;
  }

  static boolean causes(Throwable failure) {
    return isCausedBy(failure, TransientFault::passes);
  }

  private static boolean isLockWait(Throwable failure) {
    return failure instanceof PgException refusal
        && LOCK_NOT_AVAILABLE.equals(refusal.getSqlState());
  }

  private static boolean isCausedBy(Throwable failure, Predicate<Throwable> fault) {
    return isCausedBy(failure, fault, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  // A rollback that fails as well leaves the first failure as cause or as suppressed.
  private static boolean isCausedBy(
      Throwable failure, Predicate<Throwable> fault, Set<Throwable> seen) {
    if (failure == null || !seen.add(failure)) {
      return false;
    }
    if (fault.test(failure) || isCausedBy(failure.getCause(), fault, seen)) {
      return true;
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      if (isCausedBy(suppressed, fault, seen)) {
        return true;
      }
    }
    return false;
  }

  private static boolean passes(Throwable failure) {
    if (failure instanceof PgException refusal) {
      return passes(refusal.getSqlState())
          || isStalePlan(refusal)
          || refusal.getSeverity() != null && ENDS_THE_SESSION.contains(refusal.getSeverity());
    }
    // The client throws the last three for closed connections and for a pool without a free one.
    return failure instanceof MovedMeanwhileException
        || failure instanceof OptimisticLockException
        || failure instanceof SocketException
        || isBrokenConnection(failure)
        || failure instanceof UnknownHostException
        || failure instanceof ClosedChannelException
        || failure instanceof SSLException
        || failure instanceof TimeoutException
        || failure instanceof VertxException
        || failure instanceof NoStackTraceThrowable;
  }

  // The migration of a newer version widened a column. The client prepares the statement again for
  // the next attempt.
  private static boolean isStalePlan(PgException refusal) {
    return FEATURE_NOT_SUPPORTED.equals(refusal.getSqlState())
        && STALE_PLAN.equals(refusal.getErrorMessage());
  }

  // The network layer throws no class of its own for these.
  private static boolean isBrokenConnection(Throwable failure) {
    return failure.getClass() == IOException.class
        && failure.getMessage() != null
        && BROKEN_CONNECTION.matcher(failure.getMessage()).find();
  }

  private static boolean passes(String sqlState) {
    return sqlState != null
        && sqlState.length() == 5
        && !sqlState.equals(QUERY_CANCELED)
        && (PASSING_CLASSES.contains(sqlState.substring(0, 2))
            || PASSING_STATES.contains(sqlState)
            || sqlState.equals(LOCK_NOT_AVAILABLE));
  }
}
