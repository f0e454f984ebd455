package com.cottonerp.eventing.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Waits for a database that is down, without a bound; never for anything else. Whether it is down
 * is asked by a trivial write: as long as that works, a fault that should pass is tried again a
 * limited number of times only. Thread-safe; keeps the caller's Vert.x context.
 */
@ApplicationScoped
class DatabasePatience {
  private static final Logger LOG = Logger.getLogger(DatabasePatience.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final int ATTEMPTS = 12;

  private static final String PROBE = "UPDATE inbox_probe SET probed_at = clock_timestamp()";

  /** Fails only with what is not the database's fault, or does not pass although it works. */
  <T> Uni<T> retryWhileDatabaseIsDown(Supplier<Uni<T>> work) {
    AtomicInteger attempts = new AtomicInteger();
    return Uni.createFrom()
        .deferred(() -> work.get())
        .onFailure(TransientFault::causes)
        .retry()
        .when(
            failures ->
                failures
                    .onItem()
                    .transformToUniAndConcatenate(failure -> again(failure, attempts)));
  }

  private Uni<Boolean> again(Throwable failure, AtomicInteger attempts) {
    Context context = Vertx.currentContext();
    int attempt = attempts.incrementAndGet();
    return pause(context, attempt)
        .chain(DatabasePatience::databaseWorks)
        .invoke(
            works -> {
              if (!works) {
                attempts.set(Math.min(attempt, ATTEMPTS - 1));
                LOG.warnf(
                    "The database cannot be written to; messages are held until it can. To do:"
                        + " nothing if it comes back; else check the server and its disk (%s)",
                    failure.getMessage());
              }
            })
        .onItem()
        .transformToUni(
            works ->
                works && attempt >= ATTEMPTS
                    ? Uni.createFrom().failure(failure)
                    : Uni.createFrom().item(works));
  }

  private static Uni<Boolean> databaseWorks() {
    return Panache.withTransaction(
            () ->
                Panache.getSession()
                    .chain(session -> session.createNativeQuery(PROBE).executeUpdate()))
        .map(rows -> rows > 0)
        .onFailure()
        .recoverWithItem(false);
  }

  private static Uni<Void> pause(Context context, int attempt) {
    long millis =
        Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(attempt - 1, 10));
    return Uni.createFrom()
        .emitter(
            emitter ->
                context
                    .owner()
                    .setTimer(
                        millis, timer -> context.runOnContext(nothing -> emitter.complete(null))));
  }

  /** The work of each item in turn; one that fails is logged and does not hold up the next. */
  static <T> Uni<Void> inTurn(Iterable<T> items, Function<T, Uni<Void>> work) {
    return Multi.createFrom()
        .iterable(items)
        .onItem()
        .transformToUniAndConcatenate(
            item ->
                Uni.createFrom()
                    .deferred(() -> work.apply(item))
                    .onFailure()
                    .invoke(
                        failure ->
                            LOG.warnf(
                                failure, "%s could not be looked after; tried again later", item))
                    .onFailure()
                    .recoverWithNull())
        .collect()
        .last()
        .replaceWithVoid();
  }
}
