package com.cottonerp.eventing.readmodels;

import com.cottonerp.eventing.sql.SessionSql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.Transaction;

/**
 * Says whether read models are whole. While a read model is filled (for the first time, or by a
 * rebuild) a row that is missing may still come. A rule that decides by a <em>missing</em> row asks
 * here first, or would allow what is forbidden.
 *
 * <p>Ask <strong>before</strong> reading, in the same transaction: from then on until its end no
 * rebuild can empty them, so the database is asked once per transaction. Thread-safe.
 */
@ApplicationScoped
public class CompleteReadModels {
  private static final String INCOMPLETE = "SELECT inbox_incomplete($1::text[])";
  private static final String VERIFIED =
      "SELECT max(verified_at) FROM inbox_verified WHERE projection = $1 AND missing = 0";

  private final Map<Transaction, Set<String>> whole =
      Collections.synchronizedMap(new WeakHashMap<>());

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

  /**
   * When the read model was last compared with what was published and lacked nothing: what was
   * published before is in it. Null while it was never compared, or lacks something.
   */
  public Uni<Instant> verifiedAt(String name) {
    return Panache.getSession()
        .chain(session -> SessionSql.selectOne(session, VERIFIED, name))
        .map(row -> row[0] == null ? null : ((OffsetDateTime) row[0]).toInstant());
  }

  private Uni<String> incomplete(String... names) {
    return Panache.getSession().chain(session -> incomplete(session, names));
  }

  private Uni<String> incomplete(Session session, String... names) {
    Transaction transaction = session.currentTransaction();
    if (transaction == null) {
      return ask(session, names);
    }
    Set<String> known = whole.computeIfAbsent(transaction, first -> ConcurrentHashMap.newKeySet());
    String[] unknown =
        Arrays.stream(names).filter(name -> !known.contains(name)).toArray(String[]::new);
    if (unknown.length == 0) {
      return Uni.createFrom().item("");
    }
    return ask(session, unknown)
        .invoke(
            incomplete -> {
              if (incomplete.isEmpty()) {
                known.addAll(List.of(unknown));
              }
            });
  }

  private static Uni<String> ask(Session session, String... names) {
    return SessionSql.selectOne(session, INCOMPLETE, (Object) names).map(row -> (String) row[0]);
  }
}
