package com.cottonerp.eventing.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** Work on a session of the current Vert.x context, in a transaction. */
public final class InOneTransaction {
  private InOneTransaction() {}

  public static <T> Uni<T> run(Function<Session, Uni<T>> work) {
    return Panache.withTransaction(() -> Panache.getSession().chain(work::apply));
  }
}
