package com.cottonerp.eventing.inbox;

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
public class DatabasePatience {
  private static final Logger LOG = Logger.getLogger(DatabasePatience.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private static final String PROBE = "UPDATE inbox_probe SET probed_at = clock_timestamp()";

  /** Fails only with what is not the database's fault, or does not pass although it works. */
  public <T> Uni<T> retryWhileDatabaseIsDown(Supplier<Uni<T>> work) {
    Context context = Vertx.currentContext();
    AtomicInteger attempts = new AtomicInteger();
    AtomicInteger outage = new AtomicInteger();
    return Uni.createFrom()
        .deferred(() -> work.get())
        .onFailure()
        .retry()
        .when(
            failures ->
                failures
                    .onItem()
                    .transformToUniAndConcatenate(
                        failure -> again(context, failure, attempts, outage)));
  }

  /**
   * WHY the database is asked whatever the failure is: one that takes no writes (a standby, a full
   * disk, a changed password) says so in many ways, and every message would seem to be broken.
   */
  private static Uni<Boolean> again(
      Context context, Throwable failure, AtomicInteger attempts, AtomicInteger outage) {
    return databaseWorks()
        .chain(
            works -> {
              if (!works) {
                LOG.warnf(
                    "The database cannot be written to; messages are held until it can. To do:"
                        + " nothing if it comes back; else check the server, its disk and the password"
                        + " (%s)",
                    failure.getMessage());
                return pause(context, outage.incrementAndGet());
              }
              return attempts.incrementAndGet() < TransientFault.attemptsWorth(failure)
                  ? pause(context, attempts.get())
                  : Uni.createFrom().failure(failure);
            });
  }

  private static Uni<Boolean> databaseWorks() {
    return InOneTransaction.run(session -> session.createNativeQuery(PROBE).executeUpdate())
        .map(rows -> rows > 0)
        .onFailure()
        .recoverWithItem(false);
  }

  /** WHY an item: each one lets the work be tried again. */
  private static Uni<Boolean> pause(Context context, int attempt) {
    long millis =
        Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(attempt - 1, 10));
    return Uni.createFrom()
        .emitter(
            emitter ->
                context
                    .owner()
                    .setTimer(
                        millis, timer -> context.runOnContext(nothing -> emitter.complete(true))));
  }

  /** The work of each item in turn; one that fails is logged and does not hold up the next. */
  public static <T> Uni<Void> inTurn(Iterable<T> items, Function<T, Uni<Void>> work) {
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
