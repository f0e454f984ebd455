package com.cottonerp.eventing.readmodels;

import com.cottonerp.eventing.sql.CurrentSession;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Which replays fill the read models that were emptied, or are new, until the relay has taken them;
 * always in the caller's session. Thread-safe.
 */
@ApplicationScoped
public class ReplayRequests {
  // WHY locked in order: two copies that take the same rows never wait for one another.
  private static final String SET_REPLAY =
      """
      UPDATE read_model_rebuild AS rebuild SET replay_id = $1
      FROM (SELECT projection FROM read_model_rebuild
            WHERE outbox = $2 AND replay_id IS NULL AND replay_requested_at IS NULL AND finished_at IS NULL
            ORDER BY projection FOR UPDATE) AS waiting
      WHERE rebuild.projection = waiting.projection
      """;
  private static final String OPEN =
      """
      SELECT projection, outbox, replay_id, CAST(started_at AS text) FROM read_model_rebuild
      WHERE replay_requested_at IS NULL AND finished_at IS NULL
      """;
  private static final String TAKEN =
      """
      UPDATE read_model_rebuild
      SET replay_requested_at = clock_timestamp(), expected_events = greatest(expected_events, $1)
      WHERE projection = $2 AND replay_requested_at IS NULL
        -- Not one that began meanwhile: what came before it was emptied away.
        AND started_at = CAST(CAST($3 AS text) AS timestamptz)
      """;

  /**
   * A rebuild whose replay is still to be asked for.
   *
   * @param replayId makes every request for the replay the same request; null until it is set
   */
  public record Rebuild(String projection, String outbox, UUID replayId, String startedAt) {
    boolean hasReplay() {
      return replayId != null;
    }
  }

  /** The rebuilds whose replay the relay has not taken yet. */
  public Uni<List<Rebuild>> open() {
    return CurrentSession.select(OPEN)
        .map(rows -> rows.stream().map(ReplayRequests::rebuild).toList());
  }

  private static Rebuild rebuild(Object[] row) {
    return new Rebuild((String) row[0], (String) row[1], (UUID) row[2], (String) row[3]);
  }

  /**
   * Gives all rebuilds from one outbox that have no replay yet the same one: it fills them all.
   * Another copy of the service may do it first; then they have that copy's replay.
   */
  Uni<Void> setReplay(String outbox) {
    return CurrentSession.update(SET_REPLAY, UuidCreator.getTimeOrderedEpoch(), outbox)
        .replaceWithVoid();
  }

  /**
   * @param replayed how many events the relay said it publishes again
   */
  public Uni<Void> taken(List<Rebuild> rebuilds, long replayed) {
    return Multi.createFrom()
        .iterable(rebuilds)
        .onItem()
        .transformToUniAndConcatenate(
            rebuild ->
                CurrentSession.update(TAKEN, replayed, rebuild.projection(), rebuild.startedAt()))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
