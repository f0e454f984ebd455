package com.cottonerp.risk.positions;

import com.cottonerp.eventing.sql.CurrentSession;
import com.cottonerp.risk.exchangerates.Exchange;
import com.cottonerp.risk.exchangerates.ExchangeRates;
import com.cottonerp.risk.exchangerates.Rates;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What partners are bound to. */
@ApplicationScoped
public class Exposures {
  // The day of a position that the version before kept is that of its trade.
  // One row for each day with open trades in another currency; one row for all trades in its own.
  private static final String BY_CURRENCY =
      """
      SELECT currency,
             CAST(CASE WHEN currency = $2 THEN NULL
                       ELSE coalesce(traded_on, trade_date, (now() AT TIME ZONE 'Asia/Kolkata')::date) END AS text) AS day,
             CAST(sum(value) AS text)
      FROM open_position LEFT JOIN trade_history ON trade_id = subject_id
      WHERE partner_id = $1 AND subject_type = 'TRADE'
      GROUP BY 1, 2
      """;

  private final ExchangeRates rates;

  Exposures(ExchangeRates rates) {
    this.rates = rates;
  }

  /**
   * The value of a partner's open trades in one currency: each trade at the rate of its day,
   * rounded once, at the end. A post is no exposure. Fails with {@code ExchangeRateNotKnownYet}
   * when a trade cannot be counted.
   */
  public Uni<BigDecimal> of(UUID partnerId, String currency) {
    return CurrentSession.select(BY_CURRENCY, partnerId, currency)
        .map(rows -> rows.stream().map(row -> OpenValue.of(row, currency)).toList())
        .chain(
            open ->
                rates
                    .of(open.stream().map(OpenValue::exchange).toList())
                    .map(known -> sum(open, known)));
  }

  private static BigDecimal sum(List<OpenValue> open, Rates known) {
    return Rates.rounded(
        open.stream()
            .map(part -> known.convert(part.value(), part.exchange()))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private record OpenValue(BigDecimal value, Exchange exchange) {
    static OpenValue of(Object[] row, String currency) {
      LocalDate day = row[1] == null ? null : LocalDate.parse((String) row[1]);
      return new OpenValue(
          new BigDecimal((String) row[2]), new Exchange((String) row[0], currency, day));
    }
  }
}
