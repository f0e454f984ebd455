package com.cottonerp.eventing.sql;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** As {@link SessionSql}, in the session of the caller. Thread-safe. */
public final class CurrentSession {
  private CurrentSession() {}

  /** The rows of a query, each with its columns in the order of the query. */
  public static Uni<List<Object[]>> select(String sql, Object... parameters) {
    return Panache.getSession().chain(session -> SessionSql.select(session, sql, parameters));
  }

  /** The only row of a query; null when there is none. */
  public static Uni<Object[]> selectOne(String sql, Object... parameters) {
    return Panache.getSession().chain(session -> SessionSql.selectOne(session, sql, parameters));
  }

  /** How many rows a statement changed. */
  public static Uni<Integer> update(String sql, Object... parameters) {
    return Panache.getSession().chain(session -> SessionSql.update(session, sql, parameters));
  }
}
