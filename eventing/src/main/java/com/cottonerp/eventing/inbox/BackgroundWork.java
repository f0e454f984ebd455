package com.cottonerp.eventing.inbox;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Runs work on a Vert.x context of its own, where it finds no session of anybody else. */
final class BackgroundWork {
  private BackgroundWork() {}

  /** Beside what the caller does. The work must handle its own failures. */
  static void run(Vertx vertx, Supplier<Uni<Void>> work) {
    ownContext(vertx.getOrCreateContext())
        .runOnContext(started -> work.get().subscribe().with(done -> {}, failure -> {}));
  }

  /**
   * The work's answer, on the caller's context; {@link AppliedTooLongException} when it takes
   * longer than the limit. Then it is cancelled, and what it still does cannot touch what the
   * caller does next.
   */
  static <T> Uni<T> within(Duration limit, Supplier<Uni<T>> work) {
    return Uni.createFrom().emitter(emitter -> start(Vertx.currentContext(), limit, work, emitter));
  }

  private static <T> void start(
      Context caller, Duration limit, Supplier<Uni<T>> work, UniEmitter<? super T> emitter) {
    Context own = ownContext(caller);
    AtomicReference<Cancellable> running = new AtomicReference<>();
    long timer =
        caller
            .owner()
            .setTimer(
                Math.max(1, limit.toMillis()),
                over -> {
                  caller.runOnContext(nothing -> emitter.fail(new AppliedTooLongException(limit)));
                  own.runOnContext(nothing -> running.get().cancel());
                });
    own.runOnContext(
        started ->
            running.set(
                Uni.createFrom()
                    .deferred(() -> work.get())
                    .onTermination()
                    .invoke(() -> caller.owner().cancelTimer(timer))
                    .subscribe()
                    .with(
                        item -> caller.runOnContext(nothing -> emitter.complete(item)),
                        failure -> caller.runOnContext(nothing -> emitter.fail(failure)))));
  }

  private static Context ownContext(Context context) {
    Context own = VertxContext.createNewDuplicatedContext(context);
    VertxContextSafetyToggle.setContextSafe(own, true);
    return own;
  }
}
