package com.cottonerp.relay.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Finds the rows before an event in the queue, and marks events as waiting behind such a row. The
 * loop asks only for the few events whose predecessor is not known to be published.
 */
public class Predecessors {
  private static final String FIND =
      """
      SELECT w.aggregate_id, before.id, coalesce(before.blocked_by, -1)
      FROM unnest(?::uuid[], ?::bigint[], ?::bigint[]) AS w (aggregate_id, first, sequence)
      CROSS JOIN LATERAL (
        SELECT p.id, p.blocked_by
        FROM outbox_event e JOIN outbox_pending p ON p.id = e.id
        WHERE e.aggregate_id = w.aggregate_id AND e.sequence >= w.first AND e.sequence < w.sequence
        ORDER BY e.sequence DESC LIMIT 1) before
      """;

  // WHY the lock: the row that others wait for must not be deleted while they are marked.
  private static final String MARK =
      """
      WITH heads AS MATERIALIZED (
        SELECT id FROM outbox_pending WHERE id = ANY (?) AND blocked_by IS NOT NULL
        ORDER BY id FOR SHARE)
      UPDATE outbox_pending f SET blocked_by = heads.id
      FROM unnest(?::bigint[], ?::bigint[]) AS mark (id, head) JOIN heads ON heads.id = mark.head
      WHERE f.id = mark.id AND (f.blocked_by IS NULL OR f.blocked_by = 0)
      RETURNING f.id
      """;

  private static final long UNMARKED = -1;

  /**
   * An event that may have to wait: the last published sequence of its aggregate, and its own
   * sequence.
   */
  public record Doubtful(UUID aggregateId, long publishedThrough, long sequence) {}

  /** The row before the events of an aggregate, and the row that this row waits for. */
  public record Predecessor(UUID aggregateId, long id, long blockedBy) {
    /** Whether this row waits, or has waited: then the rows behind this row can be marked. */
    public boolean isMarked() {
      return blockedBy != UNMARKED;
    }

    /** The row whose removal releases all rows behind that row. */
    public long head() {
      return blockedBy > 0 ? blockedBy : id;
    }
  }

  /** An event and the row that it waits for. */
  public record Mark(long id, long head) {}

  private final Connection connection;

  Predecessors(Connection connection) {
    this.connection = connection;
  }

  /** Finds the unpublished events before these; no entry for an event without a predecessor. */
  public List<Predecessor> find(List<Doubtful> events) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setArray(1, array("uuid", events.stream().map(Doubtful::aggregateId).toArray()));
      statement.setArray(
          2, array("bigint", events.stream().map(event -> event.publishedThrough() + 1).toArray()));
      statement.setArray(3, array("bigint", events.stream().map(Doubtful::sequence).toArray()));
      List<Predecessor> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(new Predecessor(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3)));
        }
      }
      return found;
    }
  }

  /**
   * Marks the events that still wait. Returns the marked events; an event behind a deleted row gets
   * no mark.
   */
  public Set<Long> mark(List<Mark> marks) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MARK)) {
      statement.setArray(1, array("bigint", marks.stream().map(Mark::head).distinct().toArray()));
      statement.setArray(2, array("bigint", marks.stream().map(Mark::id).toArray()));
      statement.setArray(3, array("bigint", marks.stream().map(Mark::head).toArray()));
      Set<Long> marked = new HashSet<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          marked.add(row.getLong(1));
        }
      }
      return marked;
    }
  }

  private java.sql.Array array(String type, Object[] values) throws SQLException {
    return connection.createArrayOf(type, values);
  }
}
