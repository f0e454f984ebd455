package com.cottonerp.eventing.outbox;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class Ledgers extends AggregateRepository<Ledger> {}
