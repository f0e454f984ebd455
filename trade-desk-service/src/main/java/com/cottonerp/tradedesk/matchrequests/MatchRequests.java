package com.cottonerp.tradedesk.matchrequests;

import com.cottonerp.eventing.sql.CurrentSession;
import com.cottonerp.tradedesk.posting.Side;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Posts that look for a counterpart; always in the caller's transaction. A post that waits already
 * is not queued twice.
 *
 * <p>A replica that takes a request holds a lease and no row: the request is due again when the
 * lease ends by the database's clock, unless {@link #done} has deleted the request. Thread-safe.
 */
@ApplicationScoped
public class MatchRequests {
  private static final String REQUEST =
      """
      INSERT INTO match_request (post_id, side, requested_at, next_attempt_at)
      VALUES ($1, $2, now(), now())
      ON CONFLICT (post_id) DO UPDATE SET next_attempt_at = now()
      """;
  // WHY half a minute: no transaction takes that long, and a crash delays a match by no more.
  private static final String TAKE =
      """
      UPDATE match_request SET next_attempt_at = clock_timestamp() + interval '30 seconds'
      WHERE post_id = (SELECT post_id FROM match_request WHERE next_attempt_at <= clock_timestamp()
                       ORDER BY requested_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING post_id, side, CAST(next_attempt_at AS text)
      """;
  // WHY SKIP LOCKED: the transaction that has locked the row requests the post anew. The job that
  // deletes the request holds matches, and must not wait for a transaction that waits for a match.
  private static final String DONE =
      """
      DELETE FROM match_request
      WHERE post_id = (SELECT post_id FROM match_request
                       WHERE post_id = $1 AND next_attempt_at = CAST($2::text AS timestamptz)
                       FOR UPDATE SKIP LOCKED)
      """;
  private static final String PUT_OFF =
      """
      INSERT INTO match_request (post_id, side, requested_at, attempts, next_attempt_at)
      VALUES ($1, $2, now(), 1, now() + interval '1 second')
      ON CONFLICT (post_id) DO UPDATE
        SET attempts = match_request.attempts + 1,
            next_attempt_at = now() + least(60, power(2, match_request.attempts)) * interval '1 second'
      """;

  /**
   * A post that looks for a counterpart.
   *
   * @param leasedUntil names the lease; another request for the post ends the lease
   */
  public record Request(UUID postId, Side side, String leasedUntil) {}

  public Uni<Void> request(Side side, UUID postId) {
    return change(REQUEST, side, postId);
  }

  /**
   * Takes the request that has waited longest; empty when none is due. Call this outside of a
   * transaction, or commit before the work begins, so that the work holds no row of the queue.
   */
  public Uni<Optional<Request>> take() {
    return CurrentSession.selectOne(TAKE)
        .map(
            taken ->
                Optional.ofNullable(taken)
                    .map(
                        row ->
                            new Request(
                                (UUID) row[0], Side.valueOf((String) row[1]), (String) row[2])));
  }

  /**
   * Deletes the request, unless the post was requested again meanwhile. Must be the last statement
   * of the work: whatever the session holds is written before the statement, nothing after.
   */
  public Uni<Void> done(Request request) {
    return CurrentSession.update(DONE, request.postId(), request.leasedUntil()).replaceWithVoid();
  }

  /** The post could not be matched now: again after 1, 2, 4 … at most 60 seconds. */
  public Uni<Void> putOff(Request request) {
    return change(PUT_OFF, request.side(), request.postId());
  }

  private static Uni<Void> change(String sql, Side side, UUID postId) {
    return CurrentSession.update(sql, postId, side.name()).replaceWithVoid();
  }
}
