package com.cottonerp.eventing.readmodels;

import com.cottonerp.eventing.inbox.ReadModel;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
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
             (SELECT count(*) FROM read_model_target WHERE projection = :projection),
             (SELECT coalesce(sum(greatest(0, gap.known_sequence - coalesce(cursor.last_sequence, 0))), 0)
                FROM inbox_gap gap LEFT JOIN inbox_cursor cursor
                  ON cursor.projection = gap.projection AND cursor.aggregate_id = gap.aggregate_id
                WHERE gap.projection = :projection),
             (SELECT verified_at FROM inbox_verified WHERE projection = :projection),
             (SELECT missing FROM inbox_verified WHERE projection = :projection)
      """;

  private final Map<String, ReadModel> byName;

  private final Verifications verifications;

  ReadModels(@Any Instance<ReadModel> models, Verifications verifications) {
    this.verifications = verifications;
    byName = models.stream().collect(Collectors.toMap(ReadModel::name, model -> model));
  }

  /**
   * How far a read model is.
   *
   * @param events how many events it reflects: the sum of its cursors
   * @param missing how many aggregates have not come as far again as before the rebuild
   * @param missingEvents how many published events are known to be missing here
   * @param verifiedAt when it was last compared with what was published; null for never
   * @param missingWhenVerified how many were missing then
   */
  record Progress(
      long aggregates,
      long events,
      long parked,
      boolean rebuilding,
      long missing,
      long missingEvents,
      Instant verifiedAt,
      long missingWhenVerified) {}

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
                    number(row, 4),
                    number(row, 5),
                    row.get(6) == null ? null : ((OffsetDateTime) row.get(6)).toInstant(),
                    row.get(7) == null ? 0 : number(row, 7)));
  }

  /**
   * One word for what was applied: equal to the digest of the outbox on the relay when all that was
   * published is applied, and nothing else.
   */
  Uni<String> sequencesDigest(ReadModel model) {
    return Panache.getSession()
        .chain(session -> verifications.digests(session, List.of(model.name())))
        .map(
            digests ->
                String.format(
                    "%016x",
                    digests.get(model.name()).values().stream()
                        .mapToLong(lane -> Long.parseUnsignedLong(lane, 16))
                        .reduce(0, (one, other) -> one ^ other)));
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
