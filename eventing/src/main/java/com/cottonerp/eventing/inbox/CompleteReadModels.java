package com.cottonerp.eventing.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Says whether read models are whole. While one is filled (its first time, or by a rebuild) what is
 * not in it may still come: whoever decides by what it does <em>not</em> find there asks here, or
 * would allow what is forbidden.
 *
 * <p>Ask <strong>before</strong> reading, in the same transaction: from then on until its end no
 * rebuild can empty them. Thread-safe.
 */
@ApplicationScoped
public class CompleteReadModels {
  private static final String INCOMPLETE = "SELECT inbox_incomplete(string_to_array(:names, ','))";

  /** Fails with {@link ReadModelIncompleteException} (503 over HTTP) unless all of them are. */
  public Uni<Void> require(String... names) {
    return incomplete(names)
        .invoke(
            incomplete -> {
              if (!incomplete.isEmpty()) {
                throw new ReadModelIncompleteException(incomplete);
              }
            })
        .replaceWithVoid();
  }

  /** Whether all of them are. */
  public Uni<Boolean> are(String... names) {
    return incomplete(names).map(String::isEmpty);
  }

  private static Uni<String> incomplete(String... names) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(INCOMPLETE, String.class)
                    .setParameter("names", String.join(",", names))
                    .getSingleResult());
  }
}
