package com.cottonerp.defaults.problem;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;

/** Tells a database that cannot be reached right now from a fault of ours. */
final class DatabaseOutage {
  private DatabaseOutage() {}

  static boolean causes(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException && !(cause instanceof JacksonException)
          || cause instanceof io.vertx.core.impl.NoStackTraceThrowable
          || cause instanceof io.vertx.sqlclient.ClosedConnectionException
          || isShutdown(cause)) {
        return true;
      }
    }
    return false;
  }

  // 57P01 to 57P03: the server is stopping, crashed or starting. 53300: too many connections.
  private static boolean isShutdown(Throwable cause) {
    return cause instanceof io.vertx.pgclient.PgException pg
        && (pg.getSqlState().startsWith("57P0") || pg.getSqlState().equals("53300"));
  }
}
