package com.cottonerp.eventing.readmodels;

import com.cottonerp.eventing.inbox.Cursors.Key;
import com.cottonerp.eventing.inbox.Gaps.Found;
import com.cottonerp.eventing.inbox.SqlJson;
import com.cottonerp.eventing.sql.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** The tables of {@link Verification}; always in the caller's transaction. */
@ApplicationScoped
class Verifications {
  private static final String ADD =
      "INSERT INTO inbox_verification (outbox) VALUES (:outbox) ON CONFLICT DO NOTHING";

  private static final String TAKE =
      """
      UPDATE inbox_verification SET next_at = clock_timestamp() + :millis * interval '1 millisecond'
      WHERE outbox = :outbox AND next_at <= statement_timestamp()
      """;

  // The same words as the digest of the relay: 64 bits of the md5 of aggregate and number, as XOR.
  private static final String DIGESTS =
      """
      SELECT projection, CAST(uuid_hash(aggregate_id) & 63 AS integer),
             to_hex(CAST(bit_xor(CAST(CAST('x' || left(md5(aggregate_id || ':' || last_sequence), 16) AS bit(64)) AS bigint)) AS bigint))
      FROM inbox_cursor
      WHERE projection = ANY (string_to_array(:projections, ','))
      GROUP BY 1, 2
      """;

  private static final String BEHIND =
      """
      SELECT name, published.aggregate, published.last
      FROM json_to_recordset(CAST(CAST(:published AS text) AS json)) AS published (aggregate uuid, last bigint)
      CROSS JOIN unnest(string_to_array(:projections, ',')) AS name
      LEFT JOIN inbox_cursor cursor ON cursor.projection = name AND cursor.aggregate_id = published.aggregate
      WHERE coalesce(cursor.last_sequence, 0) < published.last
        -- A projection that may begin at any event lacks nothing of an aggregate that is new to it.
        AND (cursor.last_sequence IS NOT NULL OR NOT name = ANY (string_to_array(:anywhere, ',')))
        -- What is known to be missing is looked after.
        AND NOT EXISTS (SELECT FROM inbox_gap gap
                        WHERE gap.projection = name AND gap.aggregate_id = published.aggregate
                          AND gap.known_sequence >= published.last)
      """;

  private static final String VERIFIED =
      """
      INSERT INTO inbox_verified (projection, verified_at, missing)
      SELECT name, clock_timestamp(),
             coalesce((SELECT sum(greatest(0, gap.known_sequence - coalesce(cursor.last_sequence, 0)))
                       FROM inbox_gap gap LEFT JOIN inbox_cursor cursor
                         ON cursor.projection = gap.projection AND cursor.aggregate_id = gap.aggregate_id
                       WHERE gap.projection = name), 0)
      FROM unnest(string_to_array(:projections, ',')) AS name
      ON CONFLICT (projection) DO UPDATE SET verified_at = excluded.verified_at, missing = excluded.missing
      """;

  private static final String FOR_VIEW =
      "SELECT projection, verified_at, missing FROM inbox_verified";

  // An event that has not come after a while is lost, in a rebuild too.
  private static final String FILLING =
      """
      SELECT projection FROM read_model_rebuild
      WHERE finished_at IS NULL
        AND (replay_requested_at IS NULL OR replay_requested_at > statement_timestamp() - interval '30 minutes')
      """;

  /** When a projection was last compared with what was published, and what it lacked then. */
  record Verified(Instant at, long missing) {}

  private final SqlJson json;

  Verifications(SqlJson json) {
    this.json = json;
  }

  /** True when a verification of the outbox is due and no other replica does one. */
  Uni<Boolean> take(Session session, String outbox, Duration every) {
    return session
        .createNativeQuery(ADD)
        .setParameter("outbox", outbox)
        .executeUpdate()
        .chain(
            () ->
                session
                    .createNativeQuery(TAKE)
                    .setParameter("outbox", outbox)
                    .setParameter("millis", every.toMillis())
                    .executeUpdate())
        .map(rows -> rows == 1);
  }

  /** The projections that are being filled: they are behind, and say so themselves. */
  Uni<List<String>> filling(Session session) {
    return SessionSql.select(session, FILLING)
        .map(rows -> rows.stream().map(row -> (String) row[0]).toList());
  }

  /** Of each projection the digest of each lane that has an aggregate: 16 hexadecimal digits. */
  Uni<Map<String, Map<Integer, String>>> digests(Session session, Collection<String> projections) {
    return session
        .createNativeQuery(DIGESTS, Tuple.class)
        .setParameter("projections", String.join(",", projections))
        .getResultList()
        .map(
            rows -> {
              Map<String, Map<Integer, String>> digests = new HashMap<>();
              projections.forEach(projection -> digests.put(projection, new HashMap<>()));
              for (Tuple row : rows) {
                digests
                    .get((String) row.get(0))
                    .put(((Number) row.get(1)).intValue(), padded((String) row.get(2)));
              }
              return digests;
            });
  }

  private static String padded(String hex) {
    return "0".repeat(16 - hex.length()) + hex;
  }

  /**
   * Which projections have not come as far as was published.
   *
   * @param anywhere the projections that may begin at any event of an aggregate
   */
  Uni<List<Found>> behind(
      Session session,
      Collection<String> projections,
      Collection<String> anywhere,
      Map<UUID, Long> published) {
    List<Map<String, Object>> rows =
        published.entrySet().stream()
            .map(
                entry ->
                    Map.<String, Object>of("aggregate", entry.getKey(), "last", entry.getValue()))
            .toList();
    return session
        .createNativeQuery(BEHIND, Tuple.class)
        .setParameter("published", json.write(rows))
        .setParameter("projections", String.join(",", projections))
        .setParameter("anywhere", String.join(",", anywhere))
        .getResultList()
        .map(
            found ->
                found.stream()
                    .map(
                        row ->
                            new Found(
                                new Key((String) row.get(0), (UUID) row.get(1)),
                                ((Number) row.get(2)).longValue()))
                    .toList());
  }

  Uni<Void> verified(Session session, Collection<String> projections) {
    return session
        .createNativeQuery(VERIFIED)
        .setParameter("projections", String.join(",", projections))
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Map<String, Verified>> all(Session session) {
    return session
        .createNativeQuery(FOR_VIEW, Tuple.class)
        .getResultList()
        .map(
            rows -> {
              Map<String, Verified> verified = new HashMap<>();
              for (Tuple row : rows) {
                verified.put(
                    (String) row.get(0),
                    new Verified(
                        ((OffsetDateTime) row.get(1)).toInstant(),
                        ((Number) row.get(2)).longValue()));
              }
              return verified;
            });
  }
}
