package com.cottonerp.platform.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The lists of a service among many rows: 10 000 in each table, or as many as {@code -Dlists.rows}
 * says, which also prints every plan. For tests; not thread-safe.
 */
public final class ListsAtScale implements AutoCloseable {
  private static final int DEFAULT = 10_000;
  private static final int ROWS = Integer.getInteger("lists.rows", DEFAULT);

  private final ContextDatabase database;
  private final ListPlans plans;
  private final Deque<ManyRows> filled = new ArrayDeque<>();

  public ListsAtScale(ContextDatabase database) {
    this.database = database;
    this.plans = new ListPlans(database, ROWS > DEFAULT);
  }

  /**
   * Fills a table with rows that are like its newest one.
   *
   * @param changes as of {@link ManyRows#in}
   */
  public void fill(String table, String changes) {
    filled.push(ManyRows.in(database, table, ROWS, changes));
  }

  /** As {@link ListPlans#of}. */
  public List<List<String>> plansOf(String list, String table, Runnable request) {
    return plans.of(list, table, request);
  }

  /** Removes the rows, those of the last table first. */
  @Override
  public void close() {
    filled.forEach(ManyRows::close);
    plans.close();
  }
}
