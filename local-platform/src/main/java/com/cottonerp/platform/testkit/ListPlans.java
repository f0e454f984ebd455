package com.cottonerp.platform.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * How PostgreSQL reads the lists of a service: the statements that Hibernate sends while a request
 * is answered, explained for the values that it binds. An enum is told by its text in the API,
 * which no row has: the plan is that for a rare value. For tests; not thread-safe.
 */
public final class ListPlans implements AutoCloseable {
  private static final String BOUND = "binding parameter \\((\\d+):.*?\\) <- \\[(.*)]";
  private static final String LIMIT = "51";

  private final Logger statements = Logger.getLogger("org.hibernate.SQL");
  private final Logger bindings = Logger.getLogger("org.hibernate.orm.jdbc.bind");
  private final List<Statement> sent = new CopyOnWriteArrayList<>();
  private final Handler handler = new Recorder();
  private final ContextDatabase database;
  private final boolean shown;

  /**
   * @param shown true to print every plan and how long its request took
   */
  public ListPlans(ContextDatabase database, boolean shown) {
    this.database = database;
    this.shown = shown;
    statements.setLevel(Level.FINE);
    statements.addHandler(handler);
    bindings.setLevel(Level.FINEST);
    bindings.addHandler(handler);
  }

  /**
   * The plan of every statement that a request sends to read rows of a table as a list does.
   *
   * @param list what the request is called when it is shown
   */
  public List<List<String>> of(String list, String table, Runnable request) {
    sent.clear();
    long begin = System.nanoTime();
    request.run();
    long took = (System.nanoTime() - begin) / 1_000_000;
    List<List<String>> plans =
        sent.stream()
            .filter(statement -> isOfList(statement.sql(), table))
            .map(statement -> database.firstColumn("EXPLAIN " + statement.withValues()))
            .toList();
    if (shown) {
      plans.forEach(
          plan -> System.out.printf("%s (%d ms)%n  %s%n", list, took, String.join("\n  ", plan)));
    }
    return plans;
  }

  /** Whether all rows are read, in the order of the table or of their ids, to find some of them. */
  public static boolean readsWholeTable(List<String> plan, String table) {
    for (int line = 0; line < plan.size(); line++) {
      boolean byId = plan.get(line).contains(" using " + table + "_pkey on ");
      if (plan.get(line).contains("Seq Scan on " + table)
          || byId && line + 1 < plan.size() && plan.get(line + 1).contains(" Filter: ")) {
        return true;
      }
    }
    return false;
  }

  // A sweeper that runs at the same time asks for ids only. So does the first step of a search, in
  // any order, planned with settings of its own: how long the request takes tells of it.
  private static boolean isOfList(String sql, String table) {
    return sql.contains(" from " + table + " ")
        && sql.contains(" order by ")
        && sql.contains(" fetch first ");
  }

  @Override
  public void close() {
    Stream.of(statements, bindings)
        .forEach(
            logger -> {
              logger.removeHandler(handler);
              logger.setLevel(null);
            });
  }

  private record Statement(String sql, Map<Integer, String> values) {
    String withValues() {
      return Pattern.compile("\\$(\\d+)")
          .matcher(sql)
          .replaceAll(
              parameter ->
                  Matcher.quoteReplacement(
                      literal(values.get(Integer.parseInt(parameter.group(1))))));
    }

    // How many rows are wanted is not told. An array is told as Java tells it.
    private static String literal(String value) {
      if (value == null) {
        return LIMIT;
      }
      String text = value.replaceFirst("^\\[(.*)]$", "{$1}");
      return "'" + text.replace("'", "''") + "'";
    }
  }

  private final class Recorder extends Handler {
    private final PatternFormatter text = new PatternFormatter("%s");
    private final Pattern bound = Pattern.compile(BOUND);
    // A statement is bound and sent by one thread, while other threads send others.
    private final ThreadLocal<Map<Integer, String>> values = ThreadLocal.withInitial(HashMap::new);

    @Override
    public void publish(LogRecord line) {
      Matcher value = bound.matcher(text.format(line));
      if (value.matches()) {
        values.get().put(Integer.parseInt(value.group(1)), value.group(2));
      } else {
        sent.add(new Statement(line.getMessage(), values.get()));
        values.remove();
      }
    }

    @Override
    public void flush() {
      // Nothing is kept back.
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
