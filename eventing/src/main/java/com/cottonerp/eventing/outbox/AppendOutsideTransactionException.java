package com.cottonerp.eventing.outbox;

/** A programming error: events were to be appended without the transaction of their change. */
public final class AppendOutsideTransactionException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  AppendOutsideTransactionException(AggregateRoot aggregate) {
    super(
        "Events of %s %s can only be appended inside the transaction that changes it"
            .formatted(aggregate.aggregateType(), aggregate.id()));
  }
}
