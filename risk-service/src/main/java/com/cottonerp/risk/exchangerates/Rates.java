package com.cottonerp.risk.exchangerates;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;

/**
 * Converts money at the rates of its day: at that of the pair, whichever way round it is given,
 * else by way of the rupee. Nothing is rounded to money before {@link #rounded}. Pure.
 */
public final class Rates {
  private static final int MONEY_SCALE = 2;

  private final Map<PairOfDay, Rate> latest;

  /**
   * @param latest of each pair the rate that holds on the day
   */
  Rates(Map<PairOfDay, Rate> latest) {
    this.latest = latest;
  }

  record PairOfDay(String pair, LocalDate day) {}

  /** One unit of base is worth so many units of quote. */
  record Rate(String base, String quote, BigDecimal value) {
    BigDecimal of(BigDecimal amount, String currency) {
      return currency.equals(base)
          ? amount.multiply(value, MathContext.DECIMAL128)
          : amount.divide(value, MathContext.DECIMAL128);
    }
  }

  /** Fails with {@link ExchangeRateNotKnownYet} when the rates of the day do not say it. */
  public BigDecimal convert(BigDecimal amount, Exchange exchange) {
    if (!exchange.isNeeded()) {
      return amount;
    }
    Rate direct = rate(exchange.from(), exchange.to(), exchange.day());
    if (direct != null) {
      return direct.of(amount, exchange.from());
    }
    if (exchange.mayGoByTheRupee()) {
      Rate first = rate(exchange.from(), Exchange.RUPEE, exchange.day());
      Rate second = rate(Exchange.RUPEE, exchange.to(), exchange.day());
      if (first != null && second != null) {
        return second.of(first.of(amount, exchange.from()), Exchange.RUPEE);
      }
    }
    throw new ExchangeRateNotKnownYet(exchange).refused();
  }

  private Rate rate(String one, String other, LocalDate day) {
    return latest.get(new PairOfDay(CurrencyPair.of(one, other), day));
  }

  /** As an amount of money: the last step of a sum. */
  public static BigDecimal rounded(BigDecimal sum) {
    return sum.setScale(MONEY_SCALE, RoundingMode.HALF_UP);
  }
}
