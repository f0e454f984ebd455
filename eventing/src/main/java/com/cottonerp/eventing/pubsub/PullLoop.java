package com.cottonerp.eventing.pubsub;

import com.cottonerp.eventing.inbox.ReceivedMessage;
import com.google.api.gax.rpc.NotFoundException;
import com.google.pubsub.v1.PubsubMessage;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Takes the messages of one subscription and hands each to the worker of its ordering key; extends
 * their deadlines until they are done, and acknowledges them then. A message that comes again while
 * it is in hand is not handed out twice.
 *
 * <p>INVARIANT: all state is touched on {@link #context} only; callbacks of the client hop onto it.
 */
final class PullLoop {
  private static final Logger LOG = Logger.getLogger(PullLoop.class);

  /** WHY more often than needed: one that is lost or late does no harm. */
  private static final int EXTENSIONS_IN_A_DEADLINE = 3;

  /** WHY a bound: what is held for so long comes again, to this program or to another one. */
  private static final Duration LONGEST_EXTENSION = Duration.ofHours(1);

  private static final long SHORTEST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 1_500;
  private static final long LOOK_FOR_END_MILLIS = 10;

  private final SubscriptionClient client;
  private final PullHealth health;
  private final HeldMessages held;
  private final Runnable onMissing;
  private final Vertx vertx;
  private final Context context;
  private final Callbacks callbacks;
  private final Acknowledgements acknowledgements;
  private final Pull pull;

  private final List<Worker> workers = new ArrayList<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private long pauseMillis;
  private boolean stopping;
  private long extension;

  /**
   * @param onMissing what to do when the subscription does not exist; called on an event loop
   * @param unary whether to ask for messages instead of keeping a stream: see {@link UnaryPull}
   */
  PullLoop(
      SubscriptionClient client,
      PullHealth health,
      HeldMessages held,
      Runnable onMissing,
      Vertx vertx,
      boolean unary) {
    this.client = client;
    this.health = health;
    this.held = held;
    this.onMissing = onMissing;
    this.vertx = vertx;
    this.context = newContext();
    this.callbacks = new Callbacks(context);
    this.acknowledgements = new Acknowledgements(client, vertx, callbacks);
    this.pull =
        unary
            ? new UnaryPull(client, this, callbacks, vertx)
            : new StreamingPull(client, this, callbacks, vertx);
  }

  private Context newContext() {
    return ((VertxInternal) vertx).createEventLoopContext();
  }

  /** Called while the channels are assembled, before any of them starts. */
  synchronized Worker addWorker(Duration together) {
    Worker worker = new Worker(newContext(), together);
    workers.add(worker);
    return worker;
  }

  /** Pulling begins when the last worker has started. */
  synchronized void start(Worker worker, MultiEmitter<? super Message<?>> emitter) {
    worker.start(emitter);
    if (workers.stream().allMatch(Worker::isStarted)) {
      callbacks.onLoop(
          () -> {
            extension =
                every(
                    client.ackDeadline().toMillis() / EXTENSIONS_IN_A_DEADLINE,
                    this::extendDeadlines);
            pull.start();
          });
    }
  }

  private long every(long millis, Runnable work) {
    return vertx.setPeriodic(millis, timer -> callbacks.onLoop(work));
  }

  /** Takes no more. What is in hand is finished and acknowledged. */
  void stop() {
    callbacks.onLoop(
        () -> {
          if (!stopping) {
            stopping = true;
            pull.stop();
            endIfDone();
          }
        });
  }

  /**
   * Waits until all that is in hand is acknowledged, and ends. WHY nothing is given back: the
   * broker would deliver it again after its minimal back-off, as another failed delivery of it and
   * of all that follows it; what is not done in time expires.
   */
  void awaitEnd(Duration patience) {
    try {
      ended.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException late) {
      LOG.infof(
          "%s: not all messages were done in time. To do: nothing, they come again",
          health.subscription());
    }
    ended.complete(null);
    vertx.cancelTimer(extension);
    client.close();
  }

  private void endIfDone() {
    if (pull.hasEnded() && held.isEmpty() && acknowledgements.isIdle()) {
      ended.complete(null);
    } else if (!ended.isDone()) {
      vertx.setTimer(LOOK_FOR_END_MILLIS, timer -> callbacks.onLoop(this::endIfDone));
    }
  }

  /** How many messages may come now. */
  int room() {
    return held.room();
  }

  int maxMessages() {
    return held.maxMessages();
  }

  long maxBytes() {
    return held.maxBytes();
  }

  /** Messages came. */
  void received(List<com.google.pubsub.v1.ReceivedMessage> deliveries) {
    for (com.google.pubsub.v1.ReceivedMessage delivery : deliveries) {
      String id = idOf(delivery.getMessage());
      if (held.add(id, delivery.getAckId(), delivery.getSerializedSize(), System.nanoTime())) {
        ReceivedMessage message = ReceivedMessage.of(delivery.getMessage());
        workerOf(message).hand(message, () -> callbacks.onLoop(() -> done(id)));
      }
    }
  }

  /** WHY with its time: an emulator that was started again gives out its ids again. */
  private static String idOf(PubsubMessage message) {
    return message.getMessageId() + "@" + message.getPublishTime();
  }

  /** The broker is there. */
  void answered() {
    if (health.isFailing()) {
      LOG.infof("%s is pulled again", health.subscription());
    }
    health.succeeded();
    pauseMillis = 0;
  }

  private Worker workerOf(ReceivedMessage message) {
    return workers.get(Math.floorMod(message.orderingKey().hashCode(), workers.size()));
  }

  /**
   * The broker cannot be reached, or refuses.
   *
   * @return how long to wait until the next attempt, in milliseconds
   */
  long failed(Throwable failure) {
    report(failure);
    pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, Math.max(SHORTEST_PAUSE_MILLIS, pauseMillis * 2));
    if (failure instanceof NotFoundException) {
      onMissing.run();
    } else {
      client.reconnect();
    }
    return pauseMillis;
  }

  /** WHY once: an outage is one piece of news; how long it lasts is a metric. */
  private void report(Throwable failure) {
    LOG.logf(
        health.isFailing() ? Logger.Level.DEBUG : Logger.Level.WARN,
        "%s cannot be pulled: %s. To do: nothing, it is tried until it succeeds; if it lasts, check"
            + " the network, the subscription and the permission on it",
        health.subscription(),
        failure.getMessage());
    health.failed();
  }

  private void done(String id) {
    acknowledgements.add(held.remove(id));
    pull.roomCame();
  }

  private void extendDeadlines() {
    List<String> ackIds = held.ackIds(LONGEST_EXTENSION, System.nanoTime());
    if (!ackIds.isEmpty()) {
      callbacks.whenDone(
          client.extendDeadline(ackIds),
          done -> {},
          failure -> LOG.debugf("Deadlines were not extended: %s", failure.getMessage()));
    }
  }
}
