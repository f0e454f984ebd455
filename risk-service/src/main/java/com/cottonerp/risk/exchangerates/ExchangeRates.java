package com.cottonerp.risk.exchangerates;

import com.cottonerp.contracts.Money;
import com.cottonerp.eventing.sql.CurrentSession;
import com.cottonerp.risk.exchangerates.Rates.PairOfDay;
import com.cottonerp.risk.exchangerates.Rates.Rate;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rates of all pairs and days. */
@ApplicationScoped
public class ExchangeRates implements PanacheRepositoryBase<KnownRate, UUID> {
  private static final String LATEST =
      """
      SELECT asked.pair, asked.day, known.base, known.quote, CAST(known.rate AS text)
      FROM unnest($1::text[], $2::text[]) AS asked (pair, day)
      CROSS JOIN LATERAL (
        SELECT base, quote, rate FROM exchange_rate
        WHERE pair = asked.pair AND valid_from <= CAST(asked.day AS date)
        ORDER BY valid_from DESC LIMIT 1) AS known
      """;

  /** What is known for these exchanges: for each pair and day the rate that holds. */
  public Uni<Rates> of(Collection<Exchange> exchanges) {
    List<PairOfDay> asked =
        exchanges.stream()
            .flatMap(exchange -> exchange.pairs().map(pair -> new PairOfDay(pair, exchange.day())))
            .distinct()
            .toList();
    if (asked.isEmpty()) {
      return Uni.createFrom().item(new Rates(Map.of()));
    }
    String[] pairs = asked.stream().map(PairOfDay::pair).toArray(String[]::new);
    String[] days = asked.stream().map(one -> one.day().toString()).toArray(String[]::new);
    return CurrentSession.select(LATEST, pairs, days).map(ExchangeRates::rates);
  }

  private static Rates rates(List<Object[]> rows) {
    Map<PairOfDay, Rate> latest = new HashMap<>();
    for (Object[] row : rows) {
      latest.put(
          new PairOfDay((String) row[0], LocalDate.parse((String) row[1])),
          new Rate((String) row[2], (String) row[3], new BigDecimal((String) row[4])));
    }
    return new Rates(latest);
  }

  /** An amount in another currency; fails with {@link ExchangeRateNotKnownYet}. */
  public Uni<BigDecimal> convert(Money money, String currency, LocalDate day) {
    Exchange exchange = new Exchange(money.currency(), currency, day);
    return exchange.isNeeded()
        ? of(List.of(exchange)).map(rates -> Rates.rounded(rates.convert(money.amount(), exchange)))
        : Uni.createFrom().item(money.amount());
  }
}
