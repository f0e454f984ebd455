package com.cottonerp.eventing.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.NoSuchElementException;
import java.util.UUID;

@ApplicationScoped
class Ledgers extends AggregateRepository<Ledger> {
  @Override
  protected RuntimeException missing(UUID id) {
    return new NoSuchElementException("There is no ledger " + id);
  }
}
