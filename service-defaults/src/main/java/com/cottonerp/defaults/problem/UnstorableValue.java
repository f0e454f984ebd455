package com.cottonerp.defaults.problem;

import java.sql.SQLException;

/**
 * Tells a value that the database cannot hold from a fault of ours: a number or a time out of
 * range, a NUL in a text. Limits of fields are checked first; this is the last line.
 */
final class UnstorableValue {
  private static final String DATA_EXCEPTION = "22";

  private UnstorableValue() {}

  static boolean causes(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isDataException(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDataException(Throwable cause) {
    return cause instanceof io.vertx.pgclient.PgException pg
            && pg.getSqlState() != null
            && pg.getSqlState().startsWith(DATA_EXCEPTION)
        || cause instanceof SQLException sql
            && sql.getSQLState() != null
            && sql.getSQLState().startsWith(DATA_EXCEPTION);
  }
}
