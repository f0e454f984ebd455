package com.cottonerp.runner.soak;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Compares the answers, the committed rows, the published events and the read models. Run only when
 * the system is at rest ({@link Level}). Every finding names the guarantee that is broken.
 */
final class Checker {
  private static final int SHOWN = 10;

  private final Sql sql;
  private final Observers observers;
  private final History history;

  Checker(Sql sql, Observers observers, History history) {
    this.sql = sql;
    this.observers = observers;
    this.history = history;
  }

  List<String> check() throws SQLException {
    List<String> found = new ArrayList<>(history.unanswered());
    for (Members.Context context : Members.CONTEXTS) {
      published(context, found);
      applied(context, found);
    }
    answered(found);
    for (BusinessRule rule : BusinessRule.ALL) {
      sql.texts(rule.violations()).stream()
          .limit(SHOWN)
          .forEach(row -> found.add(rule.name() + ": " + row));
    }
    numbers(found);
    return found;
  }

  private void published(Members.Context context, List<String> found) throws SQLException {
    Set<UUID> committed = ids("SELECT event_id FROM %s.outbox_event", context);
    Set<UUID> seen = observers.of(context).arrivals().events();
    report(found, "G1: committed and never published to " + context.topic(), committed, seen);
    report(found, "G2: published to " + context.topic() + " and never committed", seen, committed);
    Set<UUID> tombstones = observers.of(context).arrivals().tombstones();
    Set<UUID> discarded = ids("SELECT event_id FROM %s.outbox WHERE status = 'DISCARDED'", context);
    report(found, "G9: discarded without a tombstone on " + context.topic(), discarded, tombstones);
    report(found, "G9: a tombstone of what nobody discarded", tombstones, discarded);
    observers.of(context).arrivals().outOfOrder().stream()
        .limit(SHOWN)
        .forEach(wrong -> found.add("G3: " + context.topic() + ": " + wrong));
    sql.texts(
            """
            SELECT aggregate_id || ' has ' || count(*) || ' events up to ' || max(sequence)
            FROM %s.outbox_event GROUP BY aggregate_id HAVING count(*) <> max(sequence) LIMIT 10
            """
                .formatted(context.schema()))
        .forEach(gap -> found.add("The outbox of " + context.source() + " has a gap: " + gap));
  }

  private Set<UUID> ids(String query, Members.Context context) throws SQLException {
    return new HashSet<>(
        sql.rows(query.formatted(context.schema()), row -> row.getObject(1, UUID.class)));
  }

  private static <T> void report(List<String> found, String what, Set<T> these, Set<T> those) {
    Set<T> missing = new HashSet<>(these);
    missing.removeAll(those);
    if (!missing.isEmpty()) {
      found.add(
          "%s: %d, such as %s"
              .formatted(
                  what,
                  missing.size(),
                  missing.stream().limit(SHOWN).map(Object::toString).toList()));
    }
  }

  private void applied(Members.Context context, List<String> found) throws SQLException {
    for (String table : List.of("inbox_conflict", "inbox_unreadable", "inbox_skipped")) {
      sql.texts(
              "SELECT to_jsonb(t) - 'data' FROM %s.%s t LIMIT 5".formatted(context.schema(), table))
          .forEach(row -> found.add("G4: %s.%s has %s".formatted(context.schema(), table, row)));
    }
  }

  /** Each 201 made one thing, and each thing has its 201. */
  private void answered(List<String> found) throws SQLException {
    same(found, "availabilities", "SELECT id FROM trade_desk.availability");
    same(found, "requirements", "SELECT id FROM trade_desk.requirement");
    same(found, "negotiations", "SELECT id FROM trade_desk.negotiation");
    same(found, "trades", "SELECT id FROM trade_desk.trade");
    same(found, "partner-applications", "SELECT id FROM partners.onboarding_application");
    same(found, "partners", "SELECT id FROM partners.business_partner");
  }

  private void same(List<String> found, String what, String query) throws SQLException {
    Set<String> stored = new TreeSet<>(sql.texts(query));
    Set<String> promised = ids(what);
    report(
        found, "G12: " + what + " that were answered with 201 and are not there", promised, stored);
    report(found, what + " that are there and nobody was told of", stored, promised);
    if (promised.size() != history.made(what).size()) {
      found.add(what + ": one id was given to two requests");
    }
  }

  private Set<String> ids(String what) {
    return history.made(what).stream().map(History.Made::id).collect(Collectors.toSet());
  }

  /** The numbers of trades and of documents: each number once, without a gap. */
  private void numbers(List<String> found) throws SQLException {
    long last = sql.number("SELECT coalesce(sum(last), 0) FROM trade_desk.trade_number");
    Numbers.gap("trades", history.made("trades"), last).ifPresent(found::add);
    var bySeries =
        history.made("document-numbers").stream().collect(Collectors.groupingBy(History.Made::id));
    for (var series : bySeries.entrySet()) {
      long taken =
          sql.number(
              "SELECT next_number - 1 FROM settings.document_series WHERE organization_id = '%s'"
                  .formatted(series.getKey()));
      Numbers.gap("documents of " + series.getKey(), series.getValue(), taken)
          .ifPresent(found::add);
    }
  }
}
