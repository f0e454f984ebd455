package com.cottonerp.eventing.outbox;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Loads and saves one type of aggregate. {@link #save} is the only way to append events: state and
 * events commit together or not at all.
 *
 * <p>Call it inside {@code Panache.withTransaction}; outside of one it fails loudly. A concurrent
 * change of the same aggregate surfaces as {@code OptimisticLockException}, which the HTTP layer
 * answers with 409.
 */
public abstract class AggregateRepository<A extends AggregateRoot>
    implements PanacheRepositoryBase<A, UUID> {
  @Inject Outbox outbox;

  public Uni<A> save(A aggregate) {
    return persist(aggregate).chain(() -> outbox.append(aggregate)).replaceWith(aggregate);
  }

  /** Like {@link #save}, and tells which events were appended now or earlier (same key). */
  public Uni<List<AppendedEvent>> saveAndTell(A aggregate) {
    return persist(aggregate).chain(() -> outbox.append(aggregate));
  }
}
