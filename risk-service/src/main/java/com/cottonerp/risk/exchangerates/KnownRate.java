package com.cottonerp.risk.exchangerates;

import com.cottonerp.contracts.settings.v1.ExchangeRateSet;
import com.cottonerp.eventing.inbox.EventPosition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The rate of a pair from a day on. Only the projection changes this row. */
@Entity
@Table(name = "exchange_rate")
public class KnownRate {
  @Id
  @Column(name = "rate_id")
  UUID rateId;

  String pair;
  String base;
  String quote;
  BigDecimal rate;

  @Column(name = "valid_from")
  LocalDate validFrom;

  long sequence;

  @Column(name = "as_of")
  Instant asOf;

  void replaceWith(ExchangeRateSet event, EventPosition at) {
    rateId = event.rateId();
    pair = CurrencyPair.of(event.base(), event.quote());
    base = event.base();
    quote = event.quote();
    rate = event.rate();
    validFrom = event.validFrom();
    sequence = at.sequence();
    asOf = at.occurredAt();
  }
}
