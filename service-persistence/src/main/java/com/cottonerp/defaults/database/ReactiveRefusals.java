package com.cottonerp.defaults.database;

import com.cottonerp.defaults.problem.DriverRefusals;
import com.cottonerp.defaults.problem.SqlRefusal;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The reactive driver of the services. */
@Singleton
class ReactiveRefusals implements DriverRefusals {
  // A connection that broke has no server that names an SQL state; 08006 is the state of such a
  // failure.
  private static final SqlRefusal CLOSED = new SqlRefusal("08006", null);

  @Override
  public Optional<SqlRefusal> of(Throwable failure) {
    if (failure instanceof PgException refusal) {
      return Optional.of(new SqlRefusal(refusal.getSqlState(), refusal.getSeverity()));
    }
    return failure instanceof ClosedConnectionException ? Optional.of(CLOSED) : Optional.empty();
  }
}
