package com.cottonerp.eventing.pubsub;

import com.cottonerp.eventing.inbox.ReceivedBatch;
import com.cottonerp.eventing.inbox.ReceivedMessage;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.smallrye.reactive.messaging.providers.locals.ContextAwareMessage;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Handles the messages of its ordering keys in their order, on an event loop of its own: what came
 * while the last batch was handled is the next. Two batches begin at least a while apart, so that a
 * stream of messages is handled in few batches; a message after a pause is handled at once.
 *
 * <p>INVARIANT: the queue is touched on {@link #context} only.
 */
final class Worker {
  /** WHY bounded: a batch that fails is applied one by one. */
  private static final int MOST_IN_A_BATCH = 100;

  private static final long MOST_BYTES_IN_A_BATCH = 4 << 20;

  private final Context context;
  private final long togetherNanos;
  private final Deque<Handed> queue = new ArrayDeque<>();
  private volatile MultiEmitter<? super Message<?>> emitter;
  private boolean handling;
  private long notBefore = System.nanoTime();

  private record Handed(ReceivedMessage message, Runnable onAck) {}

  /**
   * @param together how long after the begin of a batch the next one begins at the earliest
   */
  Worker(Context context, Duration together) {
    this.context = context;
    this.togetherNanos = together.toNanos();
  }

  void start(MultiEmitter<? super Message<?>> target) {
    emitter = target;
  }

  boolean isStarted() {
    return emitter != null;
  }

  void hand(ReceivedMessage message, Runnable onAck) {
    context.runOnContext(
        nothing -> {
          queue.add(new Handed(message, onAck));
          emitNext();
        });
  }

  private void emitNext() {
    if (handling || queue.isEmpty()) {
      return;
    }
    handling = true;
    long early = notBefore - System.nanoTime();
    if (early <= 0 || queue.size() >= MOST_IN_A_BATCH) {
      emit();
    } else {
      context.owner().setTimer(1 + early / 1_000_000, timer -> context.runOnContext(now -> emit()));
    }
  }

  private void emit() {
    notBefore = System.nanoTime() + togetherNanos;
    List<Handed> batch = new ArrayList<>();
    long bytes = 0;
    while (!queue.isEmpty()
        && batch.size() < MOST_IN_A_BATCH
        && (batch.isEmpty()
            || bytes + queue.peek().message().data().length <= MOST_BYTES_IN_A_BATCH)) {
      Handed next = queue.poll();
      bytes += next.message().data().length;
      batch.add(next);
    }
    emitter.emit(
        ContextAwareMessage.withContextMetadata(
            Message.of(
                new ReceivedBatch(batch.stream().map(Handed::message).toList()),
                () -> {
                  batch.forEach(handed -> handed.onAck().run());
                  context.runOnContext(
                      nothing -> {
                        handling = false;
                        emitNext();
                      });
                  return CompletableFuture.completedFuture(null);
                })));
  }
}
