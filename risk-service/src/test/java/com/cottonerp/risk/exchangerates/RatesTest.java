package com.cottonerp.risk.exchangerates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.risk.exchangerates.Rates.PairOfDay;
import com.cottonerp.risk.exchangerates.Rates.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

  @ParameterizedTest
  @CsvSource({
    // amount, from, to, the rates of the day, and what it is worth
    "2810896.14, USD, INR, USD-INR=88.6344,             249142092.83",
    "0.01,       USD, INR, USD-INR=88.5000,             0.89",
    "1000.00,    INR, USD, USD-INR=88.6344,             11.28",
    "1000.00,    INR, USD, INR-USD=0.01128231,          11.28",
    "100.00,     EUR, USD, EUR-INR=102.50;USD-INR=82,   125.00",
    "100.00,     EUR, USD, EUR-INR=102.50;INR-USD=0.01, 102.50",
    "100.00,     EUR, USD, EUR-USD=1.2;EUR-INR=102.50;USD-INR=82, 120.00",
    "15000,      JPY, INR, JPY-INR=0.5806,              8709.00",
    "1000.00,    INR, INR, USD-INR=88,                  1000.00"
  })
  void money_is_counted_at_the_rate_of_its_day_whichever_way_round_it_is_given(
      String amount, String from, String to, String known, String worth) {
    Rates rates = rates(known);

    BigDecimal converted = rates.convert(new BigDecimal(amount), new Exchange(from, to, DAY));

    assertThat(Rates.rounded(converted)).isEqualTo(worth);
  }

  @Test
  void a_sum_is_rounded_once_at_its_end() {
    Rates rates = rates("USD-INR=1.004");
    Exchange exchange = new Exchange("USD", "INR", DAY);

    BigDecimal sum =
        rates.convert(BigDecimal.ONE, exchange).add(rates.convert(BigDecimal.ONE, exchange));

    assertThat(Rates.rounded(sum)).isEqualTo("2.01");
  }

  @ParameterizedTest
  @CsvSource({
    "USD, INR, EUR-INR=102.50",
    "USD, EUR, EUR-INR=102.50",
    "USD, EUR, USD-GBP=0.75;GBP-EUR=1.1"
  })
  void money_without_a_rate_is_refused_and_never_nothing(String from, String to, String known) {
    Rates rates = rates(known);

    assertThatThrownBy(() -> rates.convert(BigDecimal.TEN, new Exchange(from, to, DAY)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(from)
        .hasMessageContaining(to)
        .satisfies(
            failure ->
                assertThat(ExchangeRateNotKnownYet.in(failure))
                    .contains(new Exchange(from, to, DAY)));
  }

  private static Rates rates(String known) {
    Map<PairOfDay, Rate> latest = new HashMap<>();
    Arrays.stream(known.split(";"))
        .forEach(
            one -> {
              String base = one.substring(0, 3);
              String quote = one.substring(4, 7);
              latest.put(
                  new PairOfDay(CurrencyPair.of(base, quote), DAY),
                  new Rate(base, quote, new BigDecimal(one.substring(8))));
            });
    return new Rates(latest);
  }
}
