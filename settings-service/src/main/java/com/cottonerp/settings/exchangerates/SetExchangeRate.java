package com.cottonerp.settings.exchangerates;

import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.defaults.sources.IdSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Records the rate of a pair and a day, or corrects it; in the caller's transaction. */
@ApplicationScoped
class SetExchangeRate {
  static final String OTHER_WAY_ROUND =
      "is the other way round: the rate of that day is given for one %s";

  private final ExchangeRates rates;
  private final IdSource ids;
  private final Clock clock;

  SetExchangeRate(ExchangeRates rates, IdSource ids, Clock clock) {
    this.rates = rates;
    this.ids = ids;
    this.clock = clock;
  }

  Uni<ExchangeRate> set(ExchangeRateBody body) {
    body.check(BusinessDay.today(clock));
    return rates
        .of(List.of(body.day()))
        .map(known -> set(body, known.get(body.day())))
        .chain(rates::save);
  }

  private ExchangeRate set(ExchangeRateBody body, ExchangeRate known) {
    if (known == null) {
      return ExchangeRate.of(ids.next(), body);
    }
    if (!known.isTheSameWayRoundAs(body)) {
      throw new InvalidField("/base", OTHER_WAY_ROUND.formatted(known.base())).refused();
    }
    known.correct(body);
    return known;
  }
}
