package com.cottonerp.risk.standings;

import com.cottonerp.eventing.sql.CurrentSession;
import com.cottonerp.risk.exchangerates.Exchange;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Partners that wait for complete inputs of their assessment; in the caller's transaction. */
@ApplicationScoped
class WaitingPartners {
  private static final Logger LOG = Logger.getLogger(WaitingPartners.class);

  private static final String ADD =
      """
      INSERT INTO waiting_partner (partner_id, rate_from, rate_to, rate_day)
      VALUES ($1, $2, $3, CAST($4::text AS date))
      ON CONFLICT (partner_id) DO UPDATE
        SET rate_from = excluded.rate_from, rate_to = excluded.rate_to, rate_day = excluded.rate_day,
            waiting_since = excluded.waiting_since
      """;

  // The trades that count by a rate: from its day on, until that of the next rate of the pair.
  private static final String ADD_AFFECTED =
      """
      INSERT INTO waiting_partner (partner_id)
      SELECT DISTINCT partner_id FROM open_position JOIN partner_profile USING (partner_id)
      WHERE subject_type = 'TRADE' AND currency <> credit_currency
        AND ($1 IN (currency, credit_currency) OR $2 IN (currency, credit_currency))
        AND traded_on >= CAST($3::text AS date)
        AND traded_on < coalesce(
          (SELECT min(valid_from) FROM exchange_rate
           WHERE pair = currency_pair($1, $2) AND valid_from > CAST($3::text AS date)), 'infinity')
      ORDER BY partner_id
      ON CONFLICT (partner_id) DO UPDATE SET rate_from = NULL, rate_to = NULL, rate_day = NULL
      """;

  // What waited for a rate in vain is looked at now and then: see WaitingPosts.
  private static final String SOME =
      """
      SELECT partner_id FROM waiting_partner
      WHERE rate_day IS NULL
         OR exchange_rate_is_known(rate_from, rate_to, rate_day)
         OR waiting_since < clock_timestamp() - interval '5 minutes'
      ORDER BY partner_id LIMIT $1::integer
      """;
  private static final String REMOVE = "DELETE FROM waiting_partner WHERE partner_id = $1";
  private static final String WAITS_NO_MORE =
      "DELETE FROM waiting_partner WHERE partner_id = $1 AND rate_day IS NOT NULL";
  private static final String MISSING =
      """
      SELECT rate_from, rate_to, CAST(rate_day AS text) FROM waiting_partner
      WHERE partner_id = $1 AND rate_day IS NOT NULL
      """;

  Uni<Void> add(UUID partnerId) {
    return CurrentSession.update(ADD, partnerId, null, null, null).replaceWithVoid();
  }

  /** Its exposure cannot be counted until the rate is known. */
  Uni<Void> addFor(UUID partnerId, Exchange missing) {
    LOG.infof(
        "The exposure of partner %s waits for the rate of %s and %s of %s. To do: set it",
        partnerId, missing.from(), missing.to(), missing.day());
    return CurrentSession.update(
            ADD, partnerId, missing.from(), missing.to(), missing.day().toString())
        .replaceWithVoid();
  }

  /** Those whose open trades count by a rate that was set or corrected. */
  Uni<Void> addAffectedBy(String base, String quote, LocalDate validFrom) {
    return CurrentSession.update(ADD_AFFECTED, base, quote, validFrom.toString()).replaceWithVoid();
  }

  /** The exposure was counted: no rate is missing. */
  Uni<Void> waitsForNoRate(UUID partnerId) {
    return CurrentSession.update(WAITS_NO_MORE, partnerId).replaceWithVoid();
  }

  /** For which rate the assessment of a partner waits; empty when it waits for none. */
  Uni<Optional<Exchange>> missingRateOf(UUID partnerId) {
    return CurrentSession.selectOne(MISSING, partnerId)
        .map(
            row ->
                Optional.ofNullable(row)
                    .map(
                        one ->
                            new Exchange(
                                (String) one[0],
                                (String) one[1],
                                LocalDate.parse((String) one[2]))));
  }

  Uni<List<UUID>> some(int most) {
    return CurrentSession.select(SOME, most)
        .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList());
  }

  Uni<Void> remove(UUID partnerId) {
    return CurrentSession.update(REMOVE, partnerId).replaceWithVoid();
  }
}
