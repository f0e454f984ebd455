package com.cottonerp.tradedesk.matchrequests;

import com.cottonerp.eventing.sql.CurrentSession;
import com.cottonerp.tradedesk.posting.Side;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Posts that look for a counterpart; always in the caller's transaction. A post that waits already
 * is not queued twice. Any number of replicas may take from it: none gets what another one holds.
 */
@ApplicationScoped
public class MatchRequests {
  private static final String REQUEST =
      """
      INSERT INTO match_request (post_id, side, requested_at, next_attempt_at)
      VALUES ($1, $2, now(), now())
      ON CONFLICT (post_id) DO UPDATE SET next_attempt_at = now()
      """;
  private static final String TAKE =
      """
      DELETE FROM match_request
      WHERE post_id = (SELECT post_id FROM match_request WHERE next_attempt_at <= now()
                       ORDER BY requested_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING post_id, side
      """;
  private static final String PUT_OFF =
      """
      INSERT INTO match_request (post_id, side, requested_at, attempts, next_attempt_at)
      VALUES ($1, $2, now(), 1, now() + interval '1 second')
      ON CONFLICT (post_id) DO UPDATE
        SET attempts = match_request.attempts + 1,
            next_attempt_at = now() + least(60, power(2, match_request.attempts)) * interval '1 second'
      """;

  /** A post that looks for a counterpart. */
  public record Request(UUID postId, Side side) {}

  public Uni<Void> request(Side side, UUID postId) {
    return change(REQUEST, side, postId);
  }

  /** One that is due, and it is gone with the commit; empty when there is none. */
  public Uni<Optional<Request>> take() {
    return CurrentSession.selectOne(TAKE)
        .map(
            taken ->
                Optional.ofNullable(taken)
                    .map(row -> new Request((UUID) row[0], Side.valueOf((String) row[1]))));
  }

  /** It could not be matched now: again after 1, 2, 4 … at most 60 seconds. */
  public Uni<Void> putOff(Request request) {
    return change(PUT_OFF, request.side(), request.postId());
  }

  private static Uni<Void> change(String sql, Side side, UUID postId) {
    return CurrentSession.update(sql, postId, side.name()).replaceWithVoid();
  }
}
