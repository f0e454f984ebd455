package com.cottonerp.eventing.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.Tuple;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * Looks at the read models of a service and rebuilds them, while it runs: live events wait as
 * parked until the replay has brought what comes before them. Thread-safe.
 */
@ApplicationScoped
class ReadModels {
  private static final Map<String, String> OUTBOXES =
      Map.of(
          "partner-events", "partners",
          "risk-events", "risk",
          "trade-events", "trade-desk",
          "settings-events", "settings");

  // What says when it was applied here differs from one run to the next.
  private static final String DIGEST =
      """
      SELECT count(*), coalesce(md5(string_agg(row_hash, '' ORDER BY row_hash)), '')
      FROM (SELECT md5(CAST(to_jsonb(t) - 'applied_at' AS text)) AS row_hash FROM %s AS t) AS hashes
      """;

  private static final String PROGRESS =
      """
      SELECT (SELECT count(*) FROM inbox_cursor WHERE projection = :projection),
             (SELECT coalesce(sum(last_sequence), 0) FROM inbox_cursor WHERE projection = :projection),
             (SELECT count(*) FROM inbox_parked WHERE projection = :projection),
             (SELECT coalesce(max(expected_events), 0) FROM read_model_rebuild WHERE projection = :projection)
      """;

  private static final String BEGIN =
      """
      INSERT INTO read_model_rebuild (projection, outbox, started_by, expected_events)
      SELECT :projection, :outbox, :startedBy, coalesce(sum(last_sequence), 0) FROM inbox_cursor
      WHERE projection = :projection
      ON CONFLICT (projection) DO UPDATE
        SET started_at = clock_timestamp(), started_by = excluded.started_by,
            expected_events = excluded.expected_events, replay_requested_at = NULL
      """;

  private static final String BEGIN_FIRST =
      """
      INSERT INTO read_model_rebuild (projection, outbox, started_by, expected_events)
      VALUES (:projection, :outbox, 'first start', 0)
      ON CONFLICT (projection) DO NOTHING
      """;

  private static final String FORGET_CURSORS =
      "DELETE FROM inbox_cursor WHERE projection = :projection";
  private static final String FORGET_PARKED =
      "DELETE FROM inbox_parked WHERE projection = :projection";

  private static final String UNREQUESTED =
      "SELECT projection, outbox FROM read_model_rebuild WHERE replay_requested_at IS NULL";
  private static final String REQUESTED =
      """
      UPDATE read_model_rebuild SET replay_requested_at = clock_timestamp()
      WHERE projection = :projection AND replay_requested_at IS NULL
      """;

  private final Map<String, ReadModel> byName;

  ReadModels(@Any Instance<ReadModel> models) {
    byName = models.stream().collect(Collectors.toMap(ReadModel::name, model -> model));
  }

  /**
   * How far a read model is.
   *
   * @param events how many events it reflects: the sum of its cursors
   * @param expected how many it reflected when its last rebuild began; it is done when events is
   *     not below it
   */
  record Progress(long aggregates, long events, long parked, long expected) {}

  /** The same for equal contents, whatever the order in which they came. */
  record Digest(long rows, String digest) {}

  /** A rebuild whose replay is still to be asked for. */
  record Rebuild(String projection, String outbox) {}

  List<ReadModel> all() {
    return byName.values().stream().sorted(Comparator.comparing(ReadModel::name)).toList();
  }

  Optional<ReadModel> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Uni<Progress> progress(ReadModel model) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(PROGRESS, Tuple.class)
                    .setParameter("projection", model.name())
                    .getSingleResult())
        .map(row -> new Progress(number(row, 0), number(row, 1), number(row, 2), number(row, 3)));
  }

  /** Over all its tables; in a transaction that sees one state of them. */
  Uni<Digest> digest(ReadModel model) {
    return Panache.getSession()
        .chain(
            session ->
                Multi.createFrom()
                    .iterable(model.tables())
                    .onItem()
                    .transformToUniAndConcatenate(table -> digest(session, table))
                    .collect()
                    .asList())
        .map(
            parts ->
                new Digest(
                    parts.stream().mapToLong(Digest::rows).sum(),
                    parts.stream().map(Digest::digest).collect(Collectors.joining("-"))));
  }

  private static Uni<Digest> digest(Session session, String table) {
    return session
        .createNativeQuery(DIGEST.formatted(table), Tuple.class)
        .getSingleResult()
        .map(row -> new Digest(number(row, 0), (String) row.get(1)));
  }

  private static long number(Tuple row, int column) {
    return ((Number) row.get(column)).longValue();
  }

  /** Empties it, in the caller's transaction; the replay is asked for afterwards. */
  Uni<Void> begin(ReadModel model, String startedBy) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(BEGIN)
                    .setParameter("projection", model.name())
                    .setParameter("outbox", OUTBOXES.get(model.routes().topic()))
                    .setParameter("startedBy", startedBy)
                    .executeUpdate()
                    .chain(() -> change(session, FORGET_PARKED, model.name()))
                    .chain(() -> change(session, FORGET_CURSORS, model.name()))
                    .chain(() -> empty(session, model.tables())))
        .replaceWithVoid();
  }

  /**
   * Has the history of every read model asked for that never had it: one that is new here gets what
   * happened before it was. Empties nothing; what is known already is dropped.
   */
  Uni<Void> beginThoseThatAreNew() {
    return Panache.getSession()
        .chain(
            session ->
                Multi.createFrom()
                    .iterable(all())
                    .onItem()
                    .transformToUniAndConcatenate(
                        model ->
                            session
                                .createNativeQuery(BEGIN_FIRST)
                                .setParameter("projection", model.name())
                                .setParameter("outbox", OUTBOXES.get(model.routes().topic()))
                                .executeUpdate())
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private static Uni<Integer> change(Session session, String statement, String projection) {
    return session
        .createNativeQuery(statement)
        .setParameter("projection", projection)
        .executeUpdate();
  }

  private static Uni<Void> empty(Session session, List<String> tables) {
    return Multi.createFrom()
        .iterable(tables)
        .onItem()
        .transformToUniAndConcatenate(
            table -> session.createNativeQuery("DELETE FROM " + table).executeUpdate())
        .collect()
        .last()
        .replaceWithVoid();
  }

  Uni<List<Rebuild>> unrequested() {
    return Panache.getSession()
        .chain(session -> session.createNativeQuery(UNREQUESTED, Tuple.class).getResultList())
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Rebuild((String) row.get(0), (String) row.get(1)))
                    .toList());
  }

  Uni<Void> requested(List<Rebuild> rebuilds) {
    return Panache.getSession()
        .chain(
            session ->
                Multi.createFrom()
                    .iterable(rebuilds)
                    .onItem()
                    .transformToUniAndConcatenate(
                        rebuild -> change(session, REQUESTED, rebuild.projection()))
                    .collect()
                    .last())
        .replaceWithVoid();
  }
}
