package com.cottonerp.risk.assessment;

import com.cottonerp.eventing.sql.CurrentSession;
import com.cottonerp.risk.exchangerates.Exchange;
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

  /** The cause ids of the waiting posts and pairs whose partners and rates are known. */
  Uni<List<UUID>> ready(int limit) {
    return CurrentSession.select(READY, limit)
        .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList());
  }

  /** Keeps what cannot be counted until the rate is known. */
  Uni<Void> keep(WaitingPost post, Exchange missing) {
    LOG.infof(
        "A post or match of partner %s waits for the rate of %s and %s of %s. To do: set it",
        post.partnerId, missing.from(), missing.to(), missing.day());
    post.rateFrom = missing.from();
    post.rateTo = missing.to();
    post.rateDay = missing.day();
    return persist(post).replaceWithVoid();
  }
}
