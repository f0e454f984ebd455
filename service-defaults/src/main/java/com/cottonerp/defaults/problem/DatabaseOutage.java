package com.cottonerp.defaults.problem;

import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import java.util.Set;
import javax.net.ssl.SSLException;

/**
 * Tells a database that cannot be reached, or that lets the service in no longer, from a fault of
 * ours: by the SQLSTATE, and where no server gave one, by what a socket throws. The request did
 * nothing, and is worth repeating once the database is there again.
 */
final class DatabaseOutage {
  /**
   * SQLSTATE classes: connection, resources (too many connections, a full disk), the operator's
   * intervention, system error.
   */
  private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

  // Wrong password or role, no such database, and a server that became a standby.
  private static final Set<String> STATES = Set.of("28000", "28P01", "3D000", "25006");

  // A statement that took too long is not the database's fault.
  private static final String QUERY_CANCELED = "57014";

  // Whatever ends a session or refuses one: a database that takes no connections (55000), a role
  // that may not
  // connect (42501). As an ERROR the same states mean a statement of ours.
  private static final Set<String> ENDS_THE_SESSION = Set.of("FATAL", "PANIC");

  private DatabaseOutage() {}

  static boolean causes(Throwable failure, SqlRefusals refusals) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketException
          || cause instanceof UnknownHostException
          || cause instanceof ClosedChannelException
          || cause instanceof SSLException
          || cause instanceof IOException && isOfSocket(cause)
          || cause instanceof io.vertx.core.impl.NoStackTraceThrowable) {
        return true;
      }
    }
    return refusals.among(failure, DatabaseOutage::isOutage);
  }

  // A connection that broke down while it was used: a bare IOException, as those of a file are.
  private static boolean isOfSocket(Throwable cause) {
    return Arrays.stream(cause.getStackTrace())
        .anyMatch(call -> call.getClassName().startsWith("sun.nio.ch.Socket"));
  }

  private static boolean isOutage(SqlRefusal refusal) {
    return isOutage(refusal.state())
        || refusal.severity() != null && ENDS_THE_SESSION.contains(refusal.severity());
  }

  private static boolean isOutage(String sqlState) {
    return sqlState != null
        && sqlState.length() == 5
        && !sqlState.equals(QUERY_CANCELED)
        && (CLASSES.contains(sqlState.substring(0, 2)) || STATES.contains(sqlState));
  }
}
