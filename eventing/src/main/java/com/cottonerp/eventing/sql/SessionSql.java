package com.cottonerp.eventing.sql;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;

/**
 * Runs prepared statements on the connection of a session, in its transaction, past Hibernate.
 * Parameters are {@code $1}, {@code $2} …, of the types of the PostgreSQL client: {@code UUID},
 * {@code String}, {@code Long}, {@code Boolean}, arrays of them, {@code Buffer} for bytes.
 *
 * <p>The session is flushed first, so that the statement sees what it holds. Thread-safe; must be
 * subscribed where the session may be used.
 *
 * <p>WHY not {@code createNativeQuery}: Hibernate looks at each native query anew, and one with a
 * result class it never finds again among the plans it keeps: it adds another, until thousands of
 * equal ones are searched for every statement.
 */
public final class SessionSql {
  private SessionSql() {}

  /** The rows of a query, each with its columns in the order of the query. */
  public static Uni<List<Object[]>> select(Session session, String sql, Object... parameters) {
    return on(session, connection -> connection.select(sql, parameters)).map(SessionSql::rows);
  }

  /** The only row of a query; null when there is none. */
  public static Uni<Object[]> selectOne(Session session, String sql, Object... parameters) {
    return select(session, sql, parameters)
        .map(
            rows -> {
              if (rows.size() > 1) {
                throw new IllegalStateException("One row was expected, not " + rows.size());
              }
              return rows.isEmpty() ? null : rows.get(0);
            });
  }

  /** How many rows a statement changed. */
  public static Uni<Integer> update(Session session, String sql, Object... parameters) {
    return on(session, connection -> connection.update(sql, parameters));
  }

  private static <T> Uni<T> on(
      Session session, Function<ReactiveConnection, CompletionStage<T>> work) {
    return session
        .flush()
        .chain(
            () ->
                Uni.createFrom()
                    .completionStage(
                        () -> work.apply(((MutinySessionImpl) session).getReactiveConnection())));
  }

  private static List<Object[]> rows(ReactiveConnection.Result result) {
    List<Object[]> rows = new ArrayList<>(result.size());
    result.forEachRemaining(rows::add);
    return rows;
  }
}
