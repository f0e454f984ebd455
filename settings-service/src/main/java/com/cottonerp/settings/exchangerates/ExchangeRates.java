package com.cottonerp.settings.exchangerates;

import com.cottonerp.defaults.lists.Listing;
import com.cottonerp.defaults.lists.Order;
import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.eventing.outbox.AggregateRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All rates. */
@ApplicationScoped
class ExchangeRates extends AggregateRepository<ExchangeRate> {
  @Override
  protected RefusedException missing(UUID id) {
    return new NotFound("exchange rate", id).refused();
  }

  /** Those of these pairs and days that are known. */
  Uni<Map<PairAndDay, ExchangeRate>> of(Collection<PairAndDay> days) {
    Set<String> pairs = days.stream().map(PairAndDay::pair).collect(Collectors.toSet());
    Set<LocalDate> dates = days.stream().map(PairAndDay::validFrom).collect(Collectors.toSet());
    return list("pair in ?1 and validFrom in ?2", pairs, dates).map(ExchangeRates::byDay);
  }

  private static Map<PairAndDay, ExchangeRate> byDay(List<ExchangeRate> found) {
    return found.stream().collect(Collectors.toMap(ExchangeRate::day, Function.identity()));
  }

  Listing<ExchangeRate> listing(ExchangeRateFilter filter) {
    return new Listing<>(
        ExchangeRate.class, filter.conditions(), Order.byTime(filter.order(), ExchangeRate::id));
  }
}
