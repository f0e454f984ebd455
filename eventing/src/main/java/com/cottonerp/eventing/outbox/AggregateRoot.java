package com.cottonerp.eventing.outbox;

import com.cottonerp.contracts.PublishedEvent;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A consistency boundary whose changes are published. Its methods decide and {@link #raise} events;
 * {@link AggregateRepository#save} appends them to the outbox in the transaction of the change.
 *
 * <p>The counter of its events lives beside its {@code @Version}: two writers of one aggregate
 * cannot both commit, so its sequence has no gap and no double. Not thread-safe; belongs to one
 * session.
 */
@MappedSuperclass
public abstract class AggregateRoot {
  @Version
  @Column(name = "version", nullable = false)
  private long version;

  @Column(name = "event_sequence", nullable = false)
  private long eventSequence;

  @Transient private final List<RaisedEvent> raised = new ArrayList<>();

  /** Unique within the context, whatever the type: the order of events is kept per id. */
  public abstract UUID id();

  /** The name on the wire, such as {@code BusinessPartner}. */
  public abstract String aggregateType();

  /** The topic of the context that owns the aggregate, such as {@code partner-events}. */
  public abstract String topic();

  /** What an {@code ETag} says. */
  public final long version() {
    return version;
  }

  protected final void raise(PublishedEvent event) {
    raised.add(new RaisedEvent(event, null));
  }

  /** Raises the event unless one with the same key was appended before, in whatever transaction. */
  protected final void raiseOnce(String idempotencyKey, PublishedEvent event) {
    raised.add(new RaisedEvent(event, idempotencyKey));
  }

  /** The number of the event that was raised last, saved or not; 0 before the first. */
  protected final long lastSequence() {
    return eventSequence + raised.size();
  }

  /** What was raised and not yet saved, oldest first. */
  public final List<PublishedEvent> raisedEvents() {
    return raised.stream().map(RaisedEvent::event).toList();
  }

  final List<RaisedEvent> drainRaisedEvents() {
    List<RaisedEvent> drained = List.copyOf(raised);
    raised.clear();
    return drained;
  }

  final long nextEventSequence() {
    return ++eventSequence;
  }

  record RaisedEvent(PublishedEvent event, String idempotencyKey) {}
}
