package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.audit.OperatorAudit;
import com.cottonerp.eventing.inbox.Cursors.Key;
import com.cottonerp.eventing.inbox.Cursors.MovedMeanwhileException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jboss.logging.Logger;

/**
 * Lets a projection go past what it cannot apply: the event at its head that failed, or the events
 * that are missing for good. What was skipped stays on record.
 */
@ApplicationScoped
public class SkipEvents {
  private static final Logger LOG = Logger.getLogger(SkipEvents.class);

  // The head: a parked message right after the cursor, else what is missing before the first one or
  // up to what is known. Parked messages that wait for no one else are no reason to skip.
  private static final String HEAD =
      """
      SELECT coalesce(cursor.last_sequence, 0) + 1,
             (SELECT reason FROM inbox_parked parked
               WHERE parked.projection = key.projection AND parked.aggregate_id = key.aggregate
                 AND parked.sequence = coalesce(cursor.last_sequence, 0) + 1),
             (SELECT min(sequence) FROM inbox_parked parked
               WHERE parked.projection = key.projection AND parked.aggregate_id = key.aggregate
                 AND parked.sequence > coalesce(cursor.last_sequence, 0)) - 1,
             (SELECT known_sequence FROM inbox_gap gap
               WHERE gap.projection = key.projection AND gap.aggregate_id = key.aggregate)
      FROM (SELECT CAST(:projection AS text) AS projection, CAST(:aggregate AS uuid) AS aggregate) AS key
      LEFT JOIN inbox_cursor cursor ON cursor.projection = key.projection AND cursor.aggregate_id = key.aggregate
      """;

  private static final String MOVE =
      """
      INSERT INTO inbox_cursor (projection, aggregate_id, last_sequence) VALUES (:projection, :aggregate, :last)
      ON CONFLICT (projection, aggregate_id) DO UPDATE
        SET last_sequence = excluded.last_sequence, recent = NULL, recent_sequence = NULL
        WHERE inbox_cursor.last_sequence = :before
      """;

  private static final String LOOK_AGAIN =
      """
      UPDATE inbox_gap SET next_attempt_at = clock_timestamp(), unfillable_since = NULL
      WHERE projection = :projection AND aggregate_id = :aggregate
      """;

  private static final String RECORD =
      """
      INSERT INTO inbox_skipped (projection, aggregate_id, from_sequence, to_sequence, reason, skipped_by)
      VALUES (:projection, :aggregate, :first, :last, :reason, :by)
      ON CONFLICT (projection, aggregate_id, from_sequence) DO UPDATE
        SET to_sequence = excluded.to_sequence, reason = excluded.reason, skipped_by = excluded.skipped_by,
            skipped_at = clock_timestamp()
      """;

  private final Cursors cursors;
  private final ParkedMessages parked;
  private final OvertakenMessages overtaken;
  private final InboxReport reports;
  private final ParkedDrain drain;
  private final DatabasePatience patience;

  SkipEvents(
      Cursors cursors,
      ParkedMessages parked,
      OvertakenMessages overtaken,
      InboxReport reports,
      ParkedDrain drain,
      DatabasePatience patience) {
    this.patience = patience;
    this.overtaken = overtaken;
    this.reports = reports;
    this.cursors = cursors;
    this.parked = parked;
    this.drain = drain;
  }

  /** The numbers that were skipped; both belong to them. */
  public record Range(long first, long last) {}

  /**
   * What a transaction has done.
   *
   * @param conflicts the sequences of conflicts that were not recorded before
   */
  private record Done(Optional<Range> skipped, List<Long> conflicts) {}

  /**
   * Skips the head of an aggregate; what waits behind it is applied afterwards.
   *
   * @return empty when the aggregate waits for nothing that could be skipped
   */
  public Uni<Optional<Range>> skip(Key key, String reason, String by) {
    return patience
        .retryWhileDatabaseIsDown(
            () ->
                InOneTransaction.run(
                    session ->
                        cursors
                            .lock(session, List.of(key.projection()), List.of(key))
                            .map(held -> held.getOrDefault(key, Cursor.START))
                            // WHY first: a skip takes the applied ids from the cursor.
                            .chain(cursor -> overtaken.judge(session, key, cursor))
                            .chain(
                                conflicts ->
                                    head(session, key)
                                        .call(range -> skip(session, key, range, reason, by))
                                        .map(range -> new Done(range, conflicts)))))
        .invoke(done -> reports.reportOvertaken(key, done.conflicts()))
        .map(Done::skipped)
        .invoke(
            range -> {
              if (range.isPresent()) {
                LOG.warnf("%s skipped events %s of %s: %s", by, range.get(), key, reason);
                drain.start(List.of(key));
              }
            });
  }

  private static Uni<Optional<Range>> head(Session session, Key key) {
    return session
        .createNativeQuery(HEAD, Tuple.class)
        .setParameter("projection", key.projection())
        .setParameter("aggregate", key.aggregateId())
        .getSingleResult()
        .map(
            row ->
                range(
                    ((Number) row.get(0)).longValue(),
                    (String) row.get(1),
                    (Number) row.get(2),
                    (Number) row.get(3)));
  }

  static Optional<Range> range(
      long next, String reasonOfNext, Number beforeFirstParked, Number known) {
    if (reasonOfNext != null) {
      return "ERROR".equals(reasonOfNext) ? Optional.of(new Range(next, next)) : Optional.empty();
    }
    Number last = beforeFirstParked != null ? beforeFirstParked : known;
    return last == null || last.longValue() < next
        ? Optional.empty()
        : Optional.of(new Range(next, last.longValue()));
  }

  private Uni<Void> skip(
      Session session, Key key, Optional<Range> range, String reason, String by) {
    return range
        .map(found -> skip(session, key, found, reason, by))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Uni<Void> skip(Session session, Key key, Range range, String reason, String by) {
    return session
        .createNativeQuery(MOVE)
        .setParameter("projection", key.projection())
        .setParameter("aggregate", key.aggregateId())
        .setParameter("last", range.last())
        .setParameter("before", range.first() - 1)
        .executeUpdate()
        .invoke(
            rows -> {
              if (rows == 0) {
                throw new MovedMeanwhileException();
              }
            })
        .chain(() -> parked.forgetUpTo(session, key, range.last()))
        .chain(
            () ->
                session
                    .createNativeQuery(RECORD)
                    .setParameter("projection", key.projection())
                    .setParameter("aggregate", key.aggregateId())
                    .setParameter("first", range.first())
                    .setParameter("last", range.last())
                    .setParameter("reason", reason)
                    .setParameter("by", by)
                    .executeUpdate())
        .chain(
            () ->
                OperatorAudit.note(
                    session,
                    "Inbox",
                    key.aggregateId(),
                    "skip",
                    reason,
                    by,
                    new JsonObject()
                        .put("projection", key.projection())
                        .put("fromSequence", range.first())
                        .put("toSequence", range.last())))
        .chain(
            () ->
                session
                    .createNativeQuery(LOOK_AGAIN)
                    .setParameter("projection", key.projection())
                    .setParameter("aggregate", key.aggregateId())
                    .executeUpdate())
        .replaceWithVoid();
  }
}
