package com.cottonerp.defaults.lists;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Lets the database plan the query of a list for the values that it asks for.
 *
 * <p>WHY: after five times PostgreSQL plans a statement once for all values. The plan for a status
 * that most things have walks along their ids; with it a status that ten of a million have costs
 * the whole table, and that is the list that somebody works from.
 */
final class PlannedForValues {
  private static final String FOR_VALUES = "SET plan_cache_mode TO force_custom_plan";
  private static final String AS_BEFORE = "RESET plan_cache_mode";

  private PlannedForValues() {}

  /** Runs a query in the caller's session. */
  static <T> Uni<T> run(Function<Mutiny.Session, Uni<T>> query) {
    return Panache.getSession()
        .chain(
            session ->
                set(session, FOR_VALUES)
                    .chain(() -> query.apply(session))
                    // The connection serves other statements next, whose planning would cost more.
                    .eventually(() -> set(session, AS_BEFORE)));
  }

  /**
   * Runs a query, which is planned for its values, without a walk along all rows: by the indexes of
   * its conditions, whatever it hopes to find soon.
   */
  static <T> Uni<T> byTheIndexesOfConditions(Mutiny.Session session, Supplier<Uni<T>> query) {
    return set(session, "SET enable_seqscan TO off")
        .chain(() -> set(session, "SET enable_indexscan TO off"))
        .chain(() -> query.get())
        .eventually(() -> set(session, "RESET enable_seqscan"))
        .eventually(() -> set(session, "RESET enable_indexscan"));
  }

  private static Uni<Integer> set(Mutiny.Session session, String setting) {
    return session.createNativeQuery(setting).executeUpdate();
  }
}
