package com.cottonerp.eventing.pubsub;

import com.cottonerp.eventing.inbox.ReceivedMessage;
import com.cottonerp.eventing.topology.TopologyProvisioning;
import com.google.api.core.ApiFuture;
import com.google.api.core.ApiFutureCallback;
import com.google.api.core.ApiFutures;
import com.google.api.gax.rpc.DeadlineExceededException;
import com.google.api.gax.rpc.NotFoundException;
import com.google.cloud.pubsub.v1.SubscriptionAdminClient;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.pubsub.v1.AcknowledgeRequest;
import com.google.pubsub.v1.ModifyAckDeadlineRequest;
import com.google.pubsub.v1.PullRequest;
import com.google.pubsub.v1.PullResponse;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Pulls one subscription and hands each message to the worker of its ordering key.
 *
 * <p>INVARIANT: all state is touched on {@link #context} only; callbacks of the client hop onto it.
 */
final class PullLoop {
  private static final Logger LOG = Logger.getLogger(PullLoop.class);
  private static final int MESSAGES_PER_PULL = 100;
  private static final int ACK_DEADLINE_SECONDS = 20;
  private static final long EXTEND_EVERY_MILLIS = 7_000;
  private static final long ACK_BATCH_MILLIS = 2;
  private static final long IDLE_PAUSE_MILLIS = 25;
  private static final long BUSY_PAUSE_MILLIS = 5;
  private static final long BUSY_FOR_MILLIS = 3_000;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  private final SubscriptionAdminClient client;
  private final TopologyProvisioning provisioning;
  private final Vertx vertx;
  private final Context context;
  private final String subscription;
  private final int maxOutstanding;
  private final boolean emulator;

  private final List<Worker> workers = new ArrayList<>();
  private final Set<String> held = new LinkedHashSet<>();
  private List<String> acks = new ArrayList<>();
  private ApiFuture<PullResponse> pull;
  private long pauseMillis;
  private long lastMessageMillis;
  private boolean waitingForRoom;
  private boolean stopped;

  PullLoop(
      SubscriptionAdminClient client,
      TopologyProvisioning provisioning,
      Vertx vertx,
      String subscription,
      int maxOutstanding,
      boolean emulator) {
    this.client = client;
    this.provisioning = provisioning;
    this.vertx = vertx;
    this.context = newContext();
    this.subscription = subscription;
    this.maxOutstanding = maxOutstanding;
    this.emulator = emulator;
  }

  private Context newContext() {
    return ((VertxInternal) vertx).createEventLoopContext();
  }

  /** Called while the channels are assembled, before any of them starts. */
  synchronized Worker addWorker() {
    Worker worker = new Worker(newContext());
    workers.add(worker);
    return worker;
  }

  /** Pulling begins when the last worker has started. */
  synchronized void start(Worker worker, MultiEmitter<? super Message<?>> emitter) {
    worker.start(emitter);
    if (workers.stream().allMatch(Worker::isStarted)) {
      context.runOnContext(
          nothing -> {
            vertx.setPeriodic(EXTEND_EVERY_MILLIS, timer -> onContext(this::extendDeadlines));
            pull();
          });
    }
  }

  void stop() {
    onContext(
        () -> {
          stopped = true;
          if (pull != null) {
            pull.cancel(true);
          }
        });
  }

  /** Stops, acknowledges what is done, and gives back what is not. */
  void stopAndRelease(Duration patience) {
    CompletableFuture<Void> released = new CompletableFuture<>();
    stop();
    onContext(
        () -> {
          flushAcks();
          if (!held.isEmpty()) {
            modifyDeadline(List.copyOf(held), 0);
          }
          released.complete(null);
        });
    try {
      released.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | TimeoutException late) {
      LOG.debugf("%s was not released in time; its messages come again", subscription);
    }
  }

  private void pull() {
    int room = maxOutstanding - held.size();
    waitingForRoom = room <= 0;
    if (stopped || waitingForRoom) {
      return;
    }
    pull = client.pullCallable().futureCall(request(Math.min(room, MESSAGES_PER_PULL)));
    whenDone(pull, this::pulled, this::pullFailed);
  }

  // WHY the deprecated flag: the service answers a waiting pull at once, the emulator looks only
  // every 100 ms. There we ask often instead of waiting.
  @SuppressWarnings("deprecation")
  private PullRequest request(int messages) {
    return PullRequest.newBuilder()
        .setSubscription(subscription)
        .setMaxMessages(messages)
        .setReturnImmediately(emulator)
        .build();
  }

  private void pulled(PullResponse response) {
    pauseMillis = 0;
    response
        .getReceivedMessagesList()
        .forEach(
            message -> {
              held.add(message.getAckId());
              ReceivedMessage received = ReceivedMessage.of(message.getMessage());
              workerOf(received).hand(received, () -> onContext(() -> done(message.getAckId())));
            });
    if (response.getReceivedMessagesCount() > 0) {
      lastMessageMillis = System.currentTimeMillis();
      pull();
    } else if (emulator) {
      boolean busy = System.currentTimeMillis() - lastMessageMillis < BUSY_FOR_MILLIS;
      vertx.setTimer(busy ? BUSY_PAUSE_MILLIS : IDLE_PAUSE_MILLIS, timer -> onContext(this::pull));
    } else {
      pull();
    }
  }

  private Worker workerOf(ReceivedMessage message) {
    return workers.get(Math.floorMod(message.orderingKey().hashCode(), workers.size()));
  }

  private void pullFailed(Throwable failure) {
    if (stopped) {
      return;
    }
    if (failure instanceof DeadlineExceededException) {
      // Nothing came while the service let the pull wait.
      pulled(PullResponse.getDefaultInstance());
      return;
    }
    pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, Math.max(50, pauseMillis * 2));
    if (failure instanceof NotFoundException && provisioning.isEnabled()) {
      LOG.warnf("%s does not exist (an emulator forgets); it is created again", subscription);
      vertx.executeBlocking(
          () -> {
            provisioning.provision();
            return null;
          });
    } else {
      LOG.warnf(
          "%s cannot be pulled right now, trying again: %s", subscription, failure.getMessage());
    }
    vertx.setTimer(pauseMillis, timer -> onContext(this::pull));
  }

  private void done(String ackId) {
    held.remove(ackId);
    if (acks.isEmpty()) {
      vertx.setTimer(ACK_BATCH_MILLIS, timer -> onContext(this::flushAcks));
    }
    acks.add(ackId);
    if (waitingForRoom) {
      pull();
    }
  }

  private void flushAcks() {
    if (acks.isEmpty()) {
      return;
    }
    AcknowledgeRequest request =
        AcknowledgeRequest.newBuilder().setSubscription(subscription).addAllAckIds(acks).build();
    acks = new ArrayList<>();
    whenDone(
        client.acknowledgeCallable().futureCall(request),
        done -> {},
        failure ->
            LOG.debugf(
                "An acknowledgement was lost; the messages come again: %s", failure.getMessage()));
  }

  private void extendDeadlines() {
    if (!stopped && !held.isEmpty()) {
      modifyDeadline(List.copyOf(held), ACK_DEADLINE_SECONDS);
    }
  }

  private void modifyDeadline(List<String> ackIds, int seconds) {
    ModifyAckDeadlineRequest request =
        ModifyAckDeadlineRequest.newBuilder()
            .setSubscription(subscription)
            .addAllAckIds(ackIds)
            .setAckDeadlineSeconds(seconds)
            .build();
    whenDone(
        client.modifyAckDeadlineCallable().futureCall(request),
        done -> {},
        failure -> LOG.debugf("A deadline was not changed: %s", failure.getMessage()));
  }

  private <T> void whenDone(ApiFuture<T> future, Consumer<T> success, Consumer<Throwable> failure) {
    ApiFutures.addCallback(
        future,
        new ApiFutureCallback<>() {
          @Override
          public void onSuccess(T result) {
            onContext(() -> success.accept(result));
          }

          @Override
          public void onFailure(Throwable thrown) {
            onContext(() -> failure.accept(thrown));
          }
        },
        MoreExecutors.directExecutor());
  }

  private void onContext(Runnable work) {
    context.runOnContext(nothing -> work.run());
  }
}
