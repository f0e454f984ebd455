package com.cottonerp.eventing.pubsub;

import com.google.api.core.ApiFuture;
import com.google.api.core.ApiFutureCallback;
import com.google.api.core.ApiFutures;
import com.google.common.util.concurrent.MoreExecutors;
import io.vertx.core.Context;
import java.util.function.Consumer;

/** Brings what the client's threads and timers have to say onto the event loop of a pull loop. */
record Callbacks(Context context) {
  void onLoop(Runnable work) {
    context.runOnContext(nothing -> work.run());
  }

  <T> void whenDone(ApiFuture<T> future, Consumer<T> success, Consumer<Throwable> failure) {
    ApiFutures.addCallback(
        future,
        new ApiFutureCallback<>() {
          @Override
          public void onSuccess(T result) {
            onLoop(() -> success.accept(result));
          }

          @Override
          public void onFailure(Throwable thrown) {
            onLoop(() -> failure.accept(thrown));
          }
        },
        MoreExecutors.directExecutor());
  }
}
