package com.cottonerp.relay.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The replays of one outbox: request, list, cancel. */
public final class Replays {
  /** WHY a bound: services ask by themselves, and each request is stored. */
  private static final int MAX_RUNNING = 10_000;

  private static final String NOW =
      "SELECT clock_timestamp(), (SELECT last_value FROM outbox_event_id_seq), (SELECT count(*) FROM outbox_replay WHERE state = 'RUNNING')";

  // WHY the same replay again: no event of that replay was sent before this request, so the replay
  // serves both requests.
  private static final String FIND_SAME =
      """
      SELECT id, matched FROM outbox_replay
      WHERE state = 'RUNNING' AND filter = ?::jsonb AND last_turn_at = '-infinity'
        AND rate IS NOT DISTINCT FROM ?
      LIMIT 1
      """;

  private static final String ADD =
      """
      INSERT INTO outbox_replay (id, filter, requested_by, reason, rate, matched, up_to, created_at)
      VALUES (?, ?::jsonb, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO NOTHING
      """;

  private static final String FIND_ORDERED =
      """
      SELECT matched, filter = ?::jsonb AND rate IS NOT DISTINCT FROM ? FROM outbox_replay
      WHERE id = ?
      """;

  private static final String COLUMNS =
      """
      SELECT id, state, filter::text, requested_by, reason, rate, matched, published, refused,
             last_error, created_at, finished_at
      FROM outbox_replay
      """;

  private static final String LIST =
      COLUMNS + " WHERE id < ? AND (?::text IS NULL OR state = ?::text) ORDER BY id DESC LIMIT ?";
  private static final String FIND = COLUMNS + " WHERE id = ?";

  private static final String CANCEL =
      """
      UPDATE outbox_replay SET state = 'CANCELLED', finished_at = clock_timestamp()
      WHERE id = ? AND state = 'RUNNING'
      """;

  private static final UUID AFTER_ALL = new UUID(-1, -1);

  /**
   * A request for a replay: requester, reason and rate; reason and rate may be null.
   *
   * @param id makes an order that is placed again the same order
   */
  public record Order(
      UUID id, ReplayFilter filter, String requestedBy, String reason, Integer rate) {}

  /**
   * The result of an order.
   *
   * @param id the replay that serves the order; null when no event matches
   * @param refusal why nothing was placed; null when the order is served
   */
  public record Placed(UUID id, long matched, Refusal refusal) {
    private static Placed refused(Refusal refusal) {
      return new Placed(null, 0, refusal);
    }

    private static Placed served(UUID id, long matched) {
      return new Placed(id, matched, null);
    }
  }

  /** Why an order is not served. */
  public enum Refusal {
    /** Too many replays are not finished. */
    TOO_MANY,
    /** The id belongs to an order of other events, or at another rate. */
    ID_TAKEN
  }

  private Replays() {}

  public static Placed place(Connection connection, Order order) throws SQLException {
    Optional<Placed> ordered = findOrdered(connection, order);
    if (ordered.isPresent()) {
      return ordered.get();
    }
    ReplayEvents.Part whole;
    try (PreparedStatement statement = connection.prepareStatement(NOW);
        ResultSet row = statement.executeQuery()) {
      row.next();
      whole = new ReplayEvents.Part(0, row.getLong(2), row.getObject(1, OffsetDateTime.class));
      if (row.getLong(3) >= MAX_RUNNING) {
        return Placed.refused(Refusal.TOO_MANY);
      }
    }
    Optional<Placed> same = findSame(connection, order);
    if (same.isPresent()) {
      return same.get();
    }
    long matched = new ReplayEvents(connection, order.filter()).count(whole);
    if (matched == 0) {
      return Placed.served(null, 0);
    }
    if (!add(connection, order, matched, whole)) {
      return findOrdered(connection, order).orElseThrow();
    }
    return Placed.served(order.id(), matched);
  }

  private static Optional<Placed> findOrdered(Connection connection, Order order)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND_ORDERED)) {
      statement.setString(1, order.filter().json());
      statement.setObject(2, order.rate(), java.sql.Types.INTEGER);
      statement.setObject(3, order.id());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            row.getBoolean(2)
                ? Placed.served(order.id(), row.getLong(1))
                : Placed.refused(Refusal.ID_TAKEN));
      }
    }
  }

  private static Optional<Placed> findSame(Connection connection, Order order) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND_SAME)) {
      statement.setString(1, order.filter().json());
      statement.setObject(2, order.rate(), java.sql.Types.INTEGER);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(Placed.served(row.getObject(1, UUID.class), row.getLong(2)))
            : Optional.empty();
      }
    }
  }

  /** False when another request placed the order meanwhile. */
  private static boolean add(
      Connection connection, Order order, long matched, ReplayEvents.Part whole)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      statement.setObject(1, order.id());
      statement.setString(2, order.filter().json());
      statement.setString(3, order.requestedBy());
      statement.setString(4, order.reason());
      statement.setObject(5, order.rate(), java.sql.Types.INTEGER);
      statement.setLong(6, matched);
      statement.setLong(7, whole.upTo());
      statement.setObject(8, whole.settledBefore());
      return statement.executeUpdate() == 1;
    }
  }

  /** Latest first, starting before {@code before}; all states when {@code state} is null. */
  public static List<Replay> list(Connection connection, UUID before, String state, int most)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LIST)) {
      statement.setObject(1, before == null ? AFTER_ALL : before);
      statement.setString(2, state);
      statement.setString(3, state);
      statement.setInt(4, most);
      List<Replay> replays = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          replays.add(read(row));
        }
      }
      return replays;
    }
  }

  public static Optional<Replay> find(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setObject(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  /**
   * Cancels the replay; requests in flight still arrive. Returns whether the replay was running.
   */
  public static boolean cancel(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CANCEL)) {
      statement.setObject(1, id);
      return statement.executeUpdate() == 1;
    }
  }

  private static Replay read(ResultSet row) throws SQLException {
    OffsetDateTime finished = row.getObject(12, OffsetDateTime.class);
    return new Replay(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getObject(6, Integer.class),
        row.getLong(7),
        row.getLong(8),
        row.getLong(9),
        row.getString(10),
        row.getObject(11, OffsetDateTime.class).toInstant(),
        finished == null ? null : finished.toInstant());
  }
}
