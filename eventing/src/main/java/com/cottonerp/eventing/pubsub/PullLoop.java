package com.cottonerp.eventing.pubsub;

import com.cottonerp.eventing.inbox.ReceivedMessage;
import com.google.api.core.ApiFuture;
import com.google.api.gax.rpc.DeadlineExceededException;
import com.google.api.gax.rpc.NotFoundException;
import com.google.pubsub.v1.PullResponse;
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
 * Pulls one subscription and hands each message to the worker of its ordering key.
 *
 * <p>A pull may wait at the broker for messages. After a failure, and after a wait in which nothing
 * came, the next pull is a question that has to be answered at once, so that a broker that is gone
 * is noticed, and one that is back is found within seconds. Own back-off, own deadlines: see {@link
 * SubscriptionClient}.
 *
 * <p>INVARIANT: all state is touched on {@link #context} only; callbacks of the client hop onto it.
 */
final class PullLoop {
  private static final Logger LOG = Logger.getLogger(PullLoop.class);
  private static final int MESSAGES_PER_PULL = 100;
  private static final Duration ACK_DEADLINE = Duration.ofSeconds(20);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
  private static final Duration LONGEST_ANSWER_IN_DOUBT = Duration.ofSeconds(3);
  private static final long EXTEND_EVERY_MILLIS = 7_000;
  private static final long IDLE_PAUSE_MILLIS = 25;

  /** WHY not less: each question costs both sides more than most answers are worth. */
  private static final long BUSY_PAUSE_MILLIS = 12;

  private static final long BUSY_FOR_MILLIS = 3_000;
  private static final long SHORTEST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 1_500;
  private static final long LAST_PULL_MILLIS = 1_000;

  private final SubscriptionClient client;
  private final PullHealth health;
  private final HeldMessages held;
  private final Runnable onMissing;
  private final Vertx vertx;
  private final boolean emulator;
  private final Context context;
  private final Callbacks callbacks;
  private final Acknowledgements acknowledgements;

  private final List<Worker> workers = new ArrayList<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private ApiFuture<PullResponse> pull;
  private boolean inDoubt = true;
  private long pauseMillis;
  private long lastMessageMillis;
  private boolean waitingForRoom;
  private boolean stopping;
  private long extension;

  /**
   * @param onMissing what to do when the subscription does not exist; called on an event loop
   */
  PullLoop(
      SubscriptionClient client,
      PullHealth health,
      HeldMessages held,
      Runnable onMissing,
      Vertx vertx,
      boolean emulator) {
    this.client = client;
    this.health = health;
    this.held = held;
    this.onMissing = onMissing;
    this.vertx = vertx;
    this.emulator = emulator;
    this.context = newContext();
    this.callbacks = new Callbacks(context);
    this.acknowledgements = new Acknowledgements(client, vertx, callbacks);
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
      callbacks.onLoop(
          () -> {
            extension = every(EXTEND_EVERY_MILLIS, this::extendDeadlines);
            pull();
          });
    }
  }

  private long every(long millis, Runnable work) {
    return vertx.setPeriodic(millis, timer -> callbacks.onLoop(work));
  }

  private void after(long millis, Runnable work) {
    vertx.setTimer(millis, timer -> callbacks.onLoop(work));
  }

  /**
   * Pulls no more. What is in hand is finished and acknowledged.
   *
   * <p>WHY the last pull is left alone for a while: what it brings is not handed out any more, but
   * a broker whose answer nobody takes waits for its deadline all the same.
   */
  void stop() {
    callbacks.onLoop(
        () -> {
          if (!stopping) {
            stopping = true;
            after(LAST_PULL_MILLIS, this::cancelPull);
            endIfDone();
          }
        });
  }

  private void cancelPull() {
    if (pull != null) {
      pull.cancel(true);
    }
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
    if (stopping && pull == null && held.isEmpty() && acknowledgements.isIdle()) {
      ended.complete(null);
    } else if (stopping && !ended.isDone()) {
      after(BUSY_PAUSE_MILLIS, this::endIfDone);
    }
  }

  private void pull() {
    int room = held.room();
    waitingForRoom = room == 0;
    if (stopping || waitingForRoom || pull != null) {
      return;
    }
    // WHY never a wait at the emulator: it looks for messages every 100 ms only. We ask often
    // there.
    boolean atOnce = emulator || inDoubt;
    pull = client.pull(Math.min(room, MESSAGES_PER_PULL), atOnce, deadline());
    callbacks.whenDone(pull, this::pulled, failure -> pullFailed(failure, atOnce));
  }

  private Duration deadline() {
    if (inDoubt) {
      return LONGEST_ANSWER_IN_DOUBT;
    }
    return emulator ? LONGEST_ANSWER : LONGEST_WAIT;
  }

  private void pulled(PullResponse response) {
    pull = null;
    if (stopping) {
      return;
    }
    answered();
    response
        .getReceivedMessagesList()
        .forEach(
            message -> {
              held.add(message.getAckId(), message.getSerializedSize());
              ReceivedMessage received = ReceivedMessage.of(message.getMessage());
              workerOf(received)
                  .hand(received, () -> callbacks.onLoop(() -> done(message.getAckId())));
            });
    if (response.getReceivedMessagesCount() > 0) {
      lastMessageMillis = System.currentTimeMillis();
    }
    if (emulator && response.getReceivedMessagesCount() < MESSAGES_PER_PULL) {
      boolean busy = System.currentTimeMillis() - lastMessageMillis < BUSY_FOR_MILLIS;
      after(busy ? BUSY_PAUSE_MILLIS : IDLE_PAUSE_MILLIS, this::pull);
    } else {
      pull();
    }
  }

  private void answered() {
    if (health.isFailing()) {
      LOG.infof("%s is pulled again", health.subscription());
    }
    health.succeeded();
    inDoubt = false;
    pauseMillis = 0;
  }

  private Worker workerOf(ReceivedMessage message) {
    return workers.get(Math.floorMod(message.orderingKey().hashCode(), workers.size()));
  }

  private void pullFailed(Throwable failure, boolean atOnce) {
    pull = null;
    inDoubt = true;
    if (stopping) {
      return;
    }
    if (failure instanceof DeadlineExceededException && !atOnce) {
      pull(); // Nothing came while it waited; whether the broker is there shows the next one.
      return;
    }
    report(failure);
    pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, Math.max(SHORTEST_PAUSE_MILLIS, pauseMillis * 2));
    if (failure instanceof NotFoundException) {
      onMissing.run();
    } else {
      client.reconnect();
    }
    after(pauseMillis, this::pull);
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

  private void done(String ackId) {
    held.remove(ackId);
    acknowledgements.add(ackId);
    if (waitingForRoom) {
      pull();
    }
  }

  private void extendDeadlines() {
    if (!held.isEmpty()) {
      callbacks.whenDone(
          client.extendDeadline(held.ackIds(), ACK_DEADLINE),
          done -> {},
          failure -> LOG.debugf("Deadlines were not extended: %s", failure.getMessage()));
    }
  }
}
