package com.cottonerp.eventing.pubsub;

import com.cottonerp.eventing.inbox.ReceivedMessage;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.smallrye.reactive.messaging.providers.locals.ContextAwareMessage;
import io.vertx.core.Context;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Handles the messages of its ordering keys one after the other, on an event loop of its own. */
final class Worker {
  private final Context context;
  private volatile MultiEmitter<? super Message<?>> emitter;

  Worker(Context context) {
    this.context = context;
  }

  void start(MultiEmitter<? super Message<?>> target) {
    emitter = target;
  }

  boolean isStarted() {
    return emitter != null;
  }

  void hand(ReceivedMessage message, Runnable onAck) {
    context.runOnContext(
        nothing ->
            emitter.emit(
                ContextAwareMessage.withContextMetadata(
                    Message.of(
                        message,
                        () -> {
                          onAck.run();
                          return CompletableFuture.completedFuture(null);
                        }))));
  }
}
