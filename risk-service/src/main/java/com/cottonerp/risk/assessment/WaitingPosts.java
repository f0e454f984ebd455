package com.cottonerp.risk.assessment;

import com.cottonerp.eventing.sql.CurrentSession;
import com.cottonerp.risk.exchangerates.Exchange;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The posts and pairs that wait for the inputs of their assessment. */
@ApplicationScoped
class WaitingPosts implements PanacheRepositoryBase<WaitingPost, UUID> {
  private static final Logger LOG = Logger.getLogger(WaitingPosts.class);

  // What waited for a rate in vain is looked at now and then: a limit in another currency, or a
  // trade that was settled, needs the rate no more.
  private static final String READY =
      """
      SELECT cause_id FROM waiting_post AS waiting
      WHERE EXISTS (SELECT FROM partner_profile WHERE partner_id = waiting.partner_id)
        AND (other_partner_id IS NULL
             OR EXISTS (SELECT FROM partner_profile WHERE partner_id = waiting.other_partner_id))
        AND (rate_day IS NULL
             OR exchange_rate_is_known(rate_from, rate_to, rate_day)
             OR waiting_since < clock_timestamp() - interval '5 minutes')
      ORDER BY cause_id LIMIT $1::integer
      """;

  // WHY an upsert: one event can ask twice for the same pair, once for each party; and what waited
  // in vain waits again under the same id.
  private static final String KEEP =
      """
      INSERT INTO waiting_post (cause_id, partner_id, other_partner_id, post, pair, rate_from, rate_to, rate_day)
      VALUES ($1, $2, $3, CAST($4::text AS jsonb), CAST($5::text AS jsonb), $6, $7, CAST($8::text AS date))
      ON CONFLICT (cause_id) DO UPDATE
        SET rate_from = excluded.rate_from, rate_to = excluded.rate_to, rate_day = excluded.rate_day,
            waiting_since = excluded.waiting_since
      """;

  private final ObjectMapper json;

  WaitingPosts(ObjectMapper json) {
    this.json = json;
  }

  /** The cause ids of the waiting posts and pairs whose partners and rates are known. */
  Uni<List<UUID>> ready(int limit) {
    return CurrentSession.select(READY, limit)
        .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList());
  }

  /** Keeps what cannot be assessed until the read models and its partners are known. */
  Uni<Void> keep(WaitingPost post) {
    return keep(post, null, null, null);
  }

  /** Keeps what cannot be counted until the rate is known. */
  Uni<Void> keep(WaitingPost post, Exchange missing) {
    LOG.infof(
        "A post or match of partner %s waits for the rate of %s and %s of %s. To do: set it",
        post.partnerId, missing.from(), missing.to(), missing.day());
    return keep(post, missing.from(), missing.to(), missing.day().toString());
  }

  private Uni<Void> keep(WaitingPost post, String from, String to, String day) {
    return CurrentSession.update(
            KEEP,
            post.causeId,
            post.partnerId,
            post.otherPartnerId,
            json(post.post),
            json(post.pair),
            from,
            to,
            day)
        .replaceWithVoid();
  }

  private String json(Object value) {
    try {
      return value == null ? null : json.writeValueAsString(value);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
