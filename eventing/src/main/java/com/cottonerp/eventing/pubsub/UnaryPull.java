package com.cottonerp.eventing.pubsub;

import com.google.api.core.ApiFuture;
import com.google.pubsub.v1.PullResponse;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Asks again and again, for Google's emulator: it goes on assigning messages to streams that are
 * gone, and looks for messages every 100 ms only when it may wait with its answer.
 */
final class UnaryPull implements Pull {
  private static final int MESSAGES_PER_PULL = 100;
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
  private static final Duration LONGEST_ANSWER_IN_DOUBT = Duration.ofSeconds(3);
  private static final long IDLE_PAUSE_MILLIS = 25;

  /** WHY not less: each question costs both sides more than most answers are worth. */
  private static final long BUSY_PAUSE_MILLIS = 12;

  private static final long BUSY_FOR_MILLIS = 3_000;

  /**
   * WHY the last pull may end by itself: the worker hands out no message of that pull. When a
   * client takes no answer, the broker keeps the messages until their deadline.
   */
  private static final long LAST_PULL_MILLIS = 1_000;

  private final SubscriptionClient client;
  private final PullLoop loop;
  private final Callbacks callbacks;
  private final Vertx vertx;

  private ApiFuture<PullResponse> pull;
  private boolean inDoubt = true;
  private long lastMessageMillis;
  private boolean waitingForRoom;
  private boolean stopping;

  UnaryPull(SubscriptionClient client, PullLoop loop, Callbacks callbacks, Vertx vertx) {
    this.client = client;
    this.loop = loop;
    this.callbacks = callbacks;
    this.vertx = vertx;
  }

  @Override
  public void start() {
    pull();
  }

  private void pull() {
    int room = loop.room();
    waitingForRoom = room == 0;
    if (stopping || waitingForRoom || pull != null) {
      return;
    }
    pull =
        client.pull(
            Math.min(room, MESSAGES_PER_PULL), inDoubt ? LONGEST_ANSWER_IN_DOUBT : LONGEST_ANSWER);
    callbacks.whenDone(pull, this::pulled, this::failed);
  }

  private void pulled(PullResponse response) {
    pull = null;
    if (stopping) {
      return;
    }
    inDoubt = false;
    loop.answered();
    loop.received(response.getReceivedMessagesList());
    if (response.getReceivedMessagesCount() > 0) {
      lastMessageMillis = System.currentTimeMillis();
    }
    if (response.getReceivedMessagesCount() == MESSAGES_PER_PULL) {
      pull();
    } else {
      boolean busy = System.currentTimeMillis() - lastMessageMillis < BUSY_FOR_MILLIS;
      after(busy ? BUSY_PAUSE_MILLIS : IDLE_PAUSE_MILLIS, this::pull);
    }
  }

  private void failed(Throwable failure) {
    pull = null;
    inDoubt = true;
    if (!stopping) {
      after(loop.failed(failure), this::pull);
    }
  }

  @Override
  public void roomCame() {
    if (waitingForRoom) {
      pull();
    }
  }

  @Override
  public void stop() {
    stopping = true;
    after(
        LAST_PULL_MILLIS,
        () -> {
          if (pull != null) {
            pull.cancel(true);
          }
        });
  }

  @Override
  public boolean hasEnded() {
    return pull == null;
  }

  private void after(long millis, Runnable work) {
    vertx.setTimer(millis, timer -> callbacks.onLoop(work));
  }
}
