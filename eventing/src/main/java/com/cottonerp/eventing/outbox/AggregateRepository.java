package com.cottonerp.eventing.outbox;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
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

  /** What the caller is told when there is no aggregate with this id. */
  protected abstract RuntimeException missing(UUID id);

  /** Fails with {@link #missing} when there is none. */
  public Uni<A> get(UUID id) {
    return findById(id).onItem().ifNull().failWith(() -> missing(id));
  }

  /** As {@link #get}, and locks the aggregate until the transaction ends. */
  public Uni<A> getForUpdate(UUID id) {
    return findForUpdate(id).onItem().ifNull().failWith(() -> missing(id));
  }

  /** As {@link #getForUpdate}; null when there is none. */
  public Uni<A> findForUpdate(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  public Uni<A> save(A aggregate) {
    return saveAndTell(aggregate).replaceWith(aggregate);
  }

  /** Like {@link #save}, and tells which events were appended now or earlier (same key). */
  public Uni<List<AppendedEvent>> saveAndTell(A aggregate) {
    return outbox.append(aggregate, persist(aggregate));
  }
}
