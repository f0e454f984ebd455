package com.cottonerp.defaults.problem;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.function.Predicate;

/** The SQLSTATEs with which the database refused a statement, wherever they stand in a failure. */
final class SqlStates {
  private SqlStates() {}

  /** Whether the failure or one of its causes has a SQLSTATE that is asked for. */
  static boolean among(Throwable failure, Predicate<String> wanted) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String state = of(cause);
      if (state != null && wanted.test(state)) {
        return true;
      }
    }
    return false;
  }

  private static String of(Throwable cause) {
    if (cause instanceof PgException refusal) {
      return refusal.getSqlState();
    }
    return cause instanceof SQLException refusal ? refusal.getSQLState() : null;
  }
}
