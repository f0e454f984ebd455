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

/** Looks at the read models of a service. Thread-safe. */
@ApplicationScoped
class ReadModels {
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
             (SELECT count(*) FROM read_model_rebuild WHERE projection = :projection AND finished_at IS NULL),
             (SELECT count(*) FROM read_model_target WHERE projection = :projection)
      """;

  private final Map<String, ReadModel> byName;

  ReadModels(@Any Instance<ReadModel> models) {
    byName = models.stream().collect(Collectors.toMap(ReadModel::name, model -> model));
  }

  /**
   * How far a read model is.
   *
   * @param events how many events it reflects: the sum of its cursors
   * @param missing how many aggregates have not come as far again as before the rebuild
   */
  record Progress(long aggregates, long events, long parked, boolean rebuilding, long missing) {}

  /** The same for equal contents, whatever the order in which they came. */
  record Digest(long rows, String digest) {}

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
        .map(
            row ->
                new Progress(
                    number(row, 0),
                    number(row, 1),
                    number(row, 2),
                    number(row, 3) > 0,
                    number(row, 4)));
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
}
