package com.cottonerp.settings.exchangerates;

import com.cottonerp.contracts.settings.v1.ExchangeRateSet;
import com.cottonerp.contracts.settings.v1.SettingsEvent;
import com.cottonerp.eventing.outbox.AggregateRoot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** The rate of a pair of currencies from a day on, until the next rate of the pair. */
@Entity
@Table(name = "exchange_rate")
public class ExchangeRate extends AggregateRoot {
  @Id private UUID id;
  private String base;
  private String quote;
  private BigDecimal rate;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  private String source;
  private String pair;

  protected ExchangeRate() {}

  static ExchangeRate of(UUID id, ExchangeRateBody body) {
    ExchangeRate exchangeRate = new ExchangeRate();
    exchangeRate.id = id;
    exchangeRate.base = body.base();
    exchangeRate.quote = body.quote();
    exchangeRate.pair = body.day().pair();
    exchangeRate.validFrom = body.validFrom();
    exchangeRate.rate = body.rate();
    exchangeRate.source = body.source();
    exchangeRate.raise(exchangeRate.view());
    return exchangeRate;
  }

  /**
   * Takes another rate of the same pair and day; the same one changes nothing.
   *
   * @return whether anything changed
   */
  boolean correct(ExchangeRateBody body) {
    if (rate.compareTo(body.rate()) == 0 && source.equals(body.source())) {
      return false;
    }
    rate = body.rate();
    source = body.source();
    raise(view());
    return true;
  }

  /** Whether the rate is given in units of the same currency as another one of its pair. */
  boolean isTheSameWayRoundAs(ExchangeRateBody body) {
    return base.equals(body.base());
  }

  PairAndDay day() {
    return new PairAndDay(pair, validFrom);
  }

  String base() {
    return base;
  }

  /** The API's view equals the published event. */
  ExchangeRateSet view() {
    return new ExchangeRateSet(id, base, quote, plain(rate), validFrom, source);
  }

  // As it was given: the database knows eight decimals of every rate.
  private static BigDecimal plain(BigDecimal rate) {
    BigDecimal shortest = rate.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public String aggregateType() {
    return "ExchangeRate";
  }

  @Override
  public String topic() {
    return SettingsEvent.TOPIC;
  }
}
