package com.cottonerp.defaults.audit;

import com.cottonerp.defaults.security.RequestCause;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.arc.Arc;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;

/**
 * Transactions that say who changes something. Whatever they change has an entry in {@code
 * audit_entry} when they commit, and none when they do not. Costs one statement. Thread-safe.
 *
 * <p>A change in any other transaction is audited too, but as one of the role of the database: an
 * architecture test refuses code that begins one.
 */
public final class Audited {
  // Of the transaction only: the next one on the connection begins without it.
  private static final String SET = "SELECT set_config('audit.context', $1, true)";

  private Audited() {}

  /** By the caller of the current request, who gives no reason. */
  public static <T> Uni<T> transaction(Supplier<Uni<T>> work) {
    return transaction(null, work);
  }

  /**
   * By the caller of the current request.
   *
   * @param content the parsed body, which may say why; null for none
   */
  public static <T> Uni<T> transaction(Object content, Supplier<Uni<T>> work) {
    return run(Arc.container().instance(RequestCause.class).get().of(content), work);
  }

  /**
   * By a job.
   *
   * @param name such as {@code kyc-expiry}; the actor is {@code job:kyc-expiry}
   */
  public static <T> Uni<T> job(String name, Supplier<Uni<T>> work) {
    return run(new JsonObject().put("actor", "job:" + name), work);
  }

  private static <T> Uni<T> run(JsonObject cause, Supplier<Uni<T>> work) {
    SpanContext trace = Span.current().getSpanContext();
    if (trace.isValid()) {
      cause.put("traceId", trace.getTraceId());
    }
    return Panache.withTransaction(
        () -> Panache.getSession().chain(session -> set(session, cause)).chain(work::get));
  }

  // Past Hibernate, which would look at the native query anew each time.
  private static Uni<Void> set(Session session, JsonObject cause) {
    return Uni.createFrom()
        .completionStage(
            () ->
                ((MutinySessionImpl) session)
                    .getReactiveConnection()
                    .select(SET, new Object[] {cause.encode()}))
        .replaceWithVoid();
  }
}
