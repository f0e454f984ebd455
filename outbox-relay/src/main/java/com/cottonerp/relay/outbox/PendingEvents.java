package com.cottonerp.relay.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the queue. */
public class PendingEvents {
  /**
   * The result of a fetch.
   *
   * @param orphans rows of the queue without an event in the log; they count towards the quotas
   * @param complete false when the byte limit cut the fetch off
   */
  public record Fetched(List<Candidate> candidates, List<Orphan> orphans, boolean complete) {
    /** How many rows each lane gave; a lane without rows is left out. */
    public Map<Integer, Integer> rowsByLane() {
      Map<Integer, Integer> rows = new HashMap<>();
      candidates.forEach(candidate -> rows.merge(candidate.event().lane(), 1, Integer::sum));
      orphans.forEach(orphan -> rows.merge(orphan.lane(), 1, Integer::sum));
      return rows;
    }

    /** The highest id that each lane gave; a lane without rows is left out. */
    public Map<Integer, Long> lastIdByLane() {
      Map<Integer, Long> last = new HashMap<>();
      candidates.forEach(
          candidate -> last.merge(candidate.event().lane(), candidate.event().id(), Math::max));
      orphans.forEach(orphan -> last.merge(orphan.lane(), orphan.id(), Math::max));
      return last;
    }
  }

  /**
   * An event that may be next to publish.
   *
   * @param publishedThrough the last published sequence of its aggregate; 0 when unknown
   */
  public record Candidate(PendingEvent event, long publishedThrough) {}

  /** The wanted events of a lane: so many events behind an id. */
  public record Wanted(int lane, int quota, long after) {}

  /** A row of the queue without an event. */
  public record Orphan(long id, int lane) {}

  /** The rough size of attributes and framing; the queue knows the size of the payload only. */
  private static final int MESSAGE_OVERHEAD_BYTES = 600;

  /** How long an event with an ended wait may be overlooked by the fetches of a busy queue. */
  private static final long WAITING_LOOK_APART_NANOS = Duration.ofMillis(100).toNanos();

  /**
   * The next events of some lanes, each lane up to its quota, in id order, up to a number of bytes
   * (at least one event).
   *
   * <p>WHY a lane is a range, in the order of lane and id: the primary key cannot give this order,
   * so no plan walks the primary key and filters by lane, even for an empty queue.
   */
  private static final String FETCH =
      """
      SELECT p.id, p.lane, p.aggregate_id, p.attempts, p.discard_reason,
             e.event_id, e.aggregate_type, e.sequence, e.event_type, e.event_version, e.occurred_at,
             e.metadata ->> 'traceparent', e.metadata ->> 'correlationId', e.metadata ->> 'causationId',
             e.payload::text, coalesce(h.last_sequence, 0), p.found, p.waited
      FROM (
        SELECT q.*, sum(q.bytes + ?) OVER (ORDER BY q.id) - q.bytes - ? AS bytes_before, count(*) OVER () AS found
        FROM unnest(?::smallint[], ?::integer[], ?::bigint[]) AS free (lane, quota, after)
        CROSS JOIN LATERAL (
      %s) q
      ) p
      LEFT JOIN outbox_event e ON e.id = p.id
      LEFT JOIN outbox_head h ON h.aggregate_id = p.aggregate_id
      WHERE p.bytes_before = 0 OR p.bytes_before + p.bytes + ? <= ?
      ORDER BY p.id
      """;

  /** The events behind the given ids, without marked events, because marked events wait. */
  private static final String FRESH =
      """
      SELECT c.id, c.lane, c.aggregate_id, c.bytes, c.attempts, c.discard_reason, false AS waited
      FROM outbox_pending c
      WHERE (c.lane, c.id) > (free.lane, free.after)
        AND (c.lane, c.id) <= (free.lane, 9223372036854775807)
        AND c.blocked_by IS NULL
      ORDER BY c.lane, c.id LIMIT free.quota""";

  /** Each event with an ended wait as well, at any id. */
  private static final String FRESH_AND_WAITING =
      """
      SELECT * FROM (
        (%s)
        UNION ALL
        (SELECT g.id, g.lane, g.aggregate_id, g.bytes, g.attempts, g.discard_reason, true
         FROM outbox_pending g
         WHERE g.lane = free.lane AND g.blocked_by = 0
         ORDER BY g.id LIMIT free.quota)
        UNION ALL
        (SELECT r.id, r.lane, r.aggregate_id, r.bytes, r.attempts, r.discard_reason, true
         FROM outbox_pending r
         WHERE r.lane = free.lane AND r.next_attempt_at <= now() AND r.blocked_by = r.id
           AND (r.failed_at IS NULL OR r.discard_reason IS NOT NULL)
         ORDER BY r.next_attempt_at LIMIT free.quota)) ready
      ORDER BY id LIMIT free.quota"""
          .formatted(FRESH);

  private static final String FETCH_FRESH = FETCH.formatted(FRESH);
  private static final String FETCH_ALL = FETCH.formatted(FRESH_AND_WAITING);

  // WHY is_called: a sequence that was never called shows its first id as if the id were taken. WHY
  // the age: the end of a snapshot is the last transaction that ended, and later transactions may
  // exist; an age counts back from the next transaction.
  private static final String RING =
      """
      SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END, pg_snapshot_xmin(now.snapshot)::text::bigint,
             pg_snapshot_xmax(now.snapshot)::text::bigint + age(pg_snapshot_xmax(now.snapshot)::xid)
      FROM outbox_event_id_seq, pg_current_snapshot() AS now (snapshot)
      """;

  /**
   * The state of the doorbell.
   *
   * @param lastId the last taken id, also before its commit
   * @param oldestTransaction the oldest running transaction
   * @param nextTransaction the number of the next transaction
   */
  public record Ring(long lastId, long oldestTransaction, long nextTransaction) {}

  private final Connection connection;
  private long waitingLookAt = System.nanoTime();

  PendingEvents(Connection connection) {
    this.connection = connection;
  }

  /** Reads the doorbell, which changes whenever a transaction appends an event. */
  public Ring ring() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RING);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new Ring(row.getLong(1), row.getLong(2), row.getLong(3));
    }
  }

  /**
   * The next events of the lanes: the events behind the given ids, and each event with an ended
   * wait. WHY the latter not in each fetch: hardly any event waits, and to ask each lane for them
   * doubles the cost. A fetch asks that comes 100 ms after the last that asked, or next after one
   * that found some.
   */
  public Fetched fetch(List<Wanted> wanted, long maxBytes) throws SQLException {
    long now = System.nanoTime();
    boolean all = now - waitingLookAt >= 0;
    boolean waited = false;
    try (PreparedStatement statement = connection.prepareStatement(all ? FETCH_ALL : FETCH_FRESH)) {
      statement.setInt(1, MESSAGE_OVERHEAD_BYTES);
      statement.setInt(2, MESSAGE_OVERHEAD_BYTES);
      statement.setArray(3, array("smallint", wanted, lane -> (short) lane.lane()));
      statement.setArray(4, array("integer", wanted, Wanted::quota));
      statement.setArray(5, array("bigint", wanted, Wanted::after));
      statement.setInt(6, MESSAGE_OVERHEAD_BYTES);
      statement.setLong(7, maxBytes);
      List<Candidate> candidates = new ArrayList<>();
      List<Orphan> orphans = new ArrayList<>();
      long found = 0;
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found = row.getLong(17);
          waited |= row.getBoolean(18);
          if (row.getObject(6) == null) {
            orphans.add(new Orphan(row.getLong(1), row.getInt(2)));
          } else {
            candidates.add(new Candidate(EventRow.read(row), row.getLong(16)));
          }
        }
      }
      if (all) {
        waitingLookAt = waited ? now : now + WAITING_LOOK_APART_NANOS;
      }
      return new Fetched(candidates, orphans, candidates.size() + orphans.size() == found);
    }
  }

  private java.sql.Array array(String type, List<Wanted> wanted, Function<Wanted, Object> value)
      throws SQLException {
    return connection.createArrayOf(type, wanted.stream().map(value).toArray());
  }
}
