/**
 * The append side of the transactional outbox; its twin is {@code com.cottonerp.eventing.inbox}.
 *
 * <p>The way of an event: an aggregate raises it → {@code AggregateRepository.save} → {@code
 * Outbox.append} numbers it and inserts it into {@code outbox_event}, in the transaction of the
 * change → a trigger puts its id into {@code outbox_pending} → the relay publishes it. There is no
 * other way to publish anything.
 */
package com.cottonerp.eventing.outbox;
