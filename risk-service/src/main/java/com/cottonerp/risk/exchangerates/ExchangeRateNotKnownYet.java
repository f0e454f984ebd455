package com.cottonerp.risk.exchangerates;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import com.cottonerp.defaults.problem.RefusedException;
import java.util.Optional;

/** Money of two currencies would have to be compared without a rate: nothing is assessed. */
@Explained(
    means =
        "Risk would have to compare money of two currencies, and knows no rate of the day for them.",
    remedy =
        "Set the rate with settings (POST /api/v1/exchange-rates), valid from that day or an earlier"
            + " one; what waits for it goes on by itself. Then repeat the request.")
public record ExchangeRateNotKnownYet(Exchange exchange) implements Refusal {
  @Override
  public int status() {
    return RETRY_LATER;
  }

  @Override
  public String detail() {
    return "No rate of %s and %s is known here of %s or before"
        .formatted(exchange.from(), exchange.to(), exchange.day());
  }

  /** What could not be converted; empty for any other failure. */
  public static Optional<Exchange> in(Throwable failure) {
    return failure instanceof RefusedException refused
            && refused.refusal() instanceof ExchangeRateNotKnownYet missing
        ? Optional.of(missing.exchange())
        : Optional.empty();
  }
}
