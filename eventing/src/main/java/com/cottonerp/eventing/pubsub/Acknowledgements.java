package com.cottonerp.eventing.pubsub;

import com.google.api.gax.rpc.ApiException;
import com.google.protobuf.Empty;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Tells the broker what is done, in batches. One that does not get through is tried again a few
 * times, then its messages come again and are dropped as duplicates. Not thread-safe: it belongs to
 * the {@link PullLoop}.
 */
final class Acknowledgements {
  private static final Logger LOG = Logger.getLogger(Acknowledgements.class);
  private static final long BATCH_MILLIS = 5;
  private static final long RETRY_MILLIS = 500;
  private static final int ATTEMPTS = 5;
  private static final String TRANSIENT = "TRANSIENT_FAILURE";

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
    List<String> again = worthAnotherAttempt(ackIds, failure);
    if (attempt < ATTEMPTS && !again.isEmpty()) {
      vertx.setTimer(RETRY_MILLIS, timer -> callbacks.onLoop(() -> send(again, attempt + 1)));
      return;
    }
    unanswered--;
    LOG.debugf(
        "%d acknowledgements were lost; the messages come again: %s",
        ackIds.size(), failure.getMessage());
  }

  /**
   * A subscription with exactly-once delivery says of each that was refused why: those that it may
   * take later are named, and for the others it is too late.
   */
  private static List<String> worthAnotherAttempt(List<String> ackIds, Throwable failure) {
    if (failure instanceof ApiException answer
        && answer.getErrorDetails() != null
        && answer.getErrorDetails().getErrorInfo() != null) {
      Map<String, String> reasons = answer.getErrorDetails().getErrorInfo().getMetadataMap();
      if (ackIds.stream().anyMatch(reasons::containsKey)) {
        return ackIds.stream()
            .filter(id -> reasons.getOrDefault(id, "").startsWith(TRANSIENT))
            .toList();
      }
    }
    return ackIds;
  }

  /** Whether the broker knows of everything. */
  boolean isIdle() {
    return batch.isEmpty() && unanswered == 0;
  }
}
