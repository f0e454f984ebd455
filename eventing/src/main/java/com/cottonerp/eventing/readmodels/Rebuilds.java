package com.cottonerp.eventing.readmodels;

import com.cottonerp.eventing.inbox.Origins;
import com.cottonerp.eventing.inbox.ReadModel;
import com.cottonerp.eventing.inbox.SqlJson;
import com.cottonerp.eventing.sql.SessionSql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * The rebuilds of read models, from the emptying to the last event that comes back; always in the
 * caller's transaction. Thread-safe.
 */
@ApplicationScoped
public class Rebuilds {
  // The result of a function that returns nothing cannot be read; counting it calls it.
  private static final String BEGIN = "SELECT count(CAST(inbox_begin_rebuild($1, $2, $3) AS text))";

  // Emptying a large read model takes longer than any other statement may.
  private static final String TAKE_TIME =
      """
      SELECT set_config('statement_timeout', '10min', true), set_config('lock_timeout', '1min', true)
      """;

  private static final String BEGIN_FIRST =
      """
      INSERT INTO read_model_rebuild (projection, outbox, started_by, expected_events)
      VALUES (:projection, :outbox, 'first start', 0)
      ON CONFLICT (projection) DO NOTHING
      """;

  private static final String SET_TARGETS =
      """
      INSERT INTO read_model_target AS target (projection, aggregate_id, last_sequence)
      SELECT name, published.aggregate, published.last
      FROM json_to_recordset(CAST(CAST(:published AS text) AS json)) AS published (aggregate uuid, last bigint)
      CROSS JOIN unnest(string_to_array(:projections, ',')) AS name
      ORDER BY name, published.aggregate
      ON CONFLICT (projection, aggregate_id) DO UPDATE
        SET last_sequence = greatest(target.last_sequence, excluded.last_sequence)
      """;

  private static final String FORGET_TARGETS =
      "DELETE FROM read_model_target WHERE projection = :projection";

  private static final String UNFINISHED =
      "SELECT projection FROM read_model_rebuild WHERE finished_at IS NULL ORDER BY projection";
  // WHY before the targets: a rebuild that begins takes its row and then its targets. In the other
  // order the two would wait for one another.
  private static final String LOCK_UNFINISHED =
      "SELECT projection FROM read_model_rebuild WHERE finished_at IS NULL ORDER BY projection FOR UPDATE";
  // WHY sorted: the targets are locked in the order in which SET_TARGETS writes them.
  private static final String DROP_REACHED_TARGETS =
      """
      DELETE FROM read_model_target AS dropped USING (
        SELECT target.projection, target.aggregate_id
        FROM read_model_target AS target JOIN inbox_cursor AS cursor USING (projection, aggregate_id)
        WHERE cursor.last_sequence >= target.last_sequence
        ORDER BY target.projection, target.aggregate_id
        FOR UPDATE OF target) AS reached
      WHERE dropped.projection = reached.projection AND dropped.aggregate_id = reached.aggregate_id
      """;
  private static final String FINISH =
      """
      UPDATE read_model_rebuild AS rebuild SET finished_at = clock_timestamp()
      WHERE finished_at IS NULL
        AND (replay_requested_at IS NOT NULL OR expected_events > 0)
        AND NOT EXISTS (SELECT FROM read_model_target WHERE projection = rebuild.projection)
        AND expected_events <= (SELECT coalesce(sum(last_sequence), 0) FROM inbox_cursor
                                WHERE projection = rebuild.projection)
      """;
  private static final String ACCEPT =
      """
      UPDATE read_model_rebuild
      SET finished_at = clock_timestamp(),
          replay_requested_at = coalesce(replay_requested_at, clock_timestamp())
      WHERE projection = :projection AND finished_at IS NULL
      """;

  private final Origins origins;
  private final SqlJson json;

  Rebuilds(Origins origins, SqlJson json) {
    this.origins = origins;
    this.json = json;
  }

  /**
   * Empties it, alone: no event is applied to it until the caller commits, and then from the first
   * one on. The replay is asked for afterwards.
   */
  public Uni<Void> begin(ReadModel model, String startedBy) {
    return Panache.getSession()
        .chain(
            session ->
                SessionSql.select(session, TAKE_TIME)
                    .chain(() -> callBegin(session, model, startedBy))
                    .chain(() -> empty(session, model.tables())))
        .replaceWithVoid();
  }

  private Uni<Void> callBegin(Session session, ReadModel model, String startedBy) {
    return SessionSql.selectOne(session, BEGIN, model.name(), origins.outboxOf(model), startedBy)
        .replaceWithVoid();
  }

  /**
   * Has the history of every read model asked for that never had it: one that is new here gets what
   * happened before it was. Empties nothing; what is known already is dropped.
   */
  Uni<Void> beginThoseThatAreNew(List<ReadModel> models) {
    return Panache.getSession()
        .chain(
            session ->
                Multi.createFrom()
                    .iterable(models)
                    .onItem()
                    .transformToUniAndConcatenate(
                        model ->
                            session
                                .createNativeQuery(BEGIN_FIRST)
                                .setParameter("projection", model.name())
                                .setParameter("outbox", origins.outboxOf(model))
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

  /**
   * They are whole once they have come as far as the outbox has published.
   *
   * @param published the last published number of each aggregate
   */
  Uni<Void> setTargets(List<ReplayRequests.Rebuild> rebuilds, Map<UUID, Long> published) {
    List<Map<String, Object>> rows =
        published.entrySet().stream()
            .map(
                entry ->
                    Map.<String, Object>of("aggregate", entry.getKey(), "last", entry.getValue()))
            .toList();
    String names =
        rebuilds.stream().map(ReplayRequests.Rebuild::projection).collect(Collectors.joining(","));
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(SET_TARGETS)
                    .setParameter("published", json.write(rows))
                    .setParameter("projections", names)
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** Which are not whole yet, after those are finished whose every event is there again. */
  Uni<List<String>> finish() {
    return Panache.getSession()
        .chain(
            session ->
                unfinished(session)
                    .chain(
                        unfinished ->
                            unfinished.isEmpty()
                                ? Uni.createFrom().item(unfinished)
                                : finish(session)));
  }

  private static Uni<List<String>> finish(Session session) {
    return SessionSql.select(session, LOCK_UNFINISHED)
        .chain(() -> session.createNativeQuery(DROP_REACHED_TARGETS).executeUpdate())
        .chain(() -> session.createNativeQuery(FINISH).executeUpdate())
        .chain(() -> unfinished(session));
  }

  private static Uni<List<String>> unfinished(Session session) {
    return SessionSql.select(session, UNFINISHED)
        .map(rows -> rows.stream().map(row -> (String) row[0]).toList());
  }

  /** Takes a read model as whole although events are missing; false when it is whole. */
  Uni<Boolean> accept(ReadModel model) {
    return Panache.getSession()
        .chain(
            session ->
                change(session, ACCEPT, model.name())
                    .call(() -> change(session, FORGET_TARGETS, model.name())))
        .map(rows -> rows > 0);
  }
}
