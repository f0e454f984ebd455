package com.cottonerp.eventing.pubsub;

import com.google.protobuf.Empty;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Tells the broker what is done, in batches. One that does not get through is tried again a few
 * times, then its messages come again and are dropped as duplicates. Not thread-safe: it belongs to
 * the {@link PullLoop}.
 */
final class Acknowledgements {
  private static final Logger LOG = Logger.getLogger(Acknowledgements.class);
  private static final long BATCH_MILLIS = 2;
  private static final long RETRY_MILLIS = 500;
  private static final int ATTEMPTS = 5;

  private final SubscriptionClient client;
  private final Vertx vertx;
  private final Callbacks callbacks;

  private List<String> batch = new ArrayList<>();
  private int unanswered;

  Acknowledgements(SubscriptionClient client, Vertx vertx, Callbacks callbacks) {
    this.client = client;
    this.vertx = vertx;
    this.callbacks = callbacks;
  }

  void add(String ackId) {
    if (batch.isEmpty()) {
      vertx.setTimer(BATCH_MILLIS, timer -> callbacks.onLoop(this::flush));
    }
    batch.add(ackId);
  }

  private void flush() {
    if (!batch.isEmpty()) {
      unanswered++;
      send(batch, 1);
      batch = new ArrayList<>();
    }
  }

  private void send(List<String> ackIds, int attempt) {
    callbacks.whenDone(
        client.acknowledge(ackIds), this::sent, failure -> failed(ackIds, attempt, failure));
  }

  private void sent(Empty nothing) {
    unanswered--;
  }

  private void failed(List<String> ackIds, int attempt, Throwable failure) {
    if (attempt < ATTEMPTS) {
      vertx.setTimer(RETRY_MILLIS, timer -> callbacks.onLoop(() -> send(ackIds, attempt + 1)));
      return;
    }
    unanswered--;
    LOG.debugf(
        "%d acknowledgements were lost; the messages come again: %s",
        ackIds.size(), failure.getMessage());
  }

  /** Whether the broker knows of everything. */
  boolean isIdle() {
    return batch.isEmpty() && unanswered == 0;
  }
}
