package com.cottonerp.eventing.pubsub;

import com.google.api.gax.rpc.ClientStream;
import com.google.api.gax.rpc.ResponseObserver;
import com.google.api.gax.rpc.StreamController;
import com.google.pubsub.v1.StreamingPullRequest;
import com.google.pubsub.v1.StreamingPullResponse;
import io.vertx.core.Vertx;

/**
 * Keeps one stream open, over which the broker sends messages as they come, no more at a time than
 * may be held. A stream that ends is opened again: at once when it was open for a while (the
 * service ends each one now and then), else after a pause.
 *
 * <p>Whether the other end is alive shows the keepalive of the connection: a stream that stays open
 * counts as an answer.
 */
final class StreamingPull implements Pull {
  /** WHY a bound: a broker that accepts connections and says nothing looks like one that thinks. */
  private static final long LONGEST_OPENING_MILLIS = 5_000;

  private static final long LOOK_EVERY_MILLIS = 1_000;
  private static final long PROVEN_AFTER_NANOS = 3_000_000_000L;

  private final SubscriptionClient client;
  private final PullLoop loop;
  private final Callbacks callbacks;
  private final Vertx vertx;

  private Stream stream;
  private boolean stopping;
  private long look;

  StreamingPull(SubscriptionClient client, PullLoop loop, Callbacks callbacks, Vertx vertx) {
    this.client = client;
    this.loop = loop;
    this.callbacks = callbacks;
    this.vertx = vertx;
  }

  @Override
  public void start() {
    look = vertx.setPeriodic(LOOK_EVERY_MILLIS, timer -> callbacks.onLoop(this::look));
    open();
  }

  private void open() {
    if (!stopping) {
      stream = new Stream();
      stream.open();
    }
  }

  private void look() {
    if (stream == null) {
      return;
    }
    if (stream.isProven()) {
      loop.answered();
    } else if (!stream.isReady && stream.ageNanos() > LONGEST_OPENING_MILLIS * 1_000_000) {
      stream.cancel();
    }
  }

  private void ended(Stream ended, Throwable failure) {
    if (ended != stream) {
      return;
    }
    stream = null;
    if (stopping) {
      return;
    }
    if (ended.isProven()) {
      open();
    } else {
      vertx.setTimer(loop.failed(failure), timer -> callbacks.onLoop(this::open));
    }
  }

  /** The broker counts itself what is not acknowledged. */
  @Override
  public void roomCame() {}

  @Override
  public void stop() {
    stopping = true;
    vertx.cancelTimer(look);
    if (stream != null) {
      stream.cancel();
    }
  }

  @Override
  public boolean hasEnded() {
    return stream == null;
  }

  /** One stream, from its opening to its end. Callbacks of the client hop onto the loop. */
  private final class Stream implements ResponseObserver<StreamingPullResponse> {
    private final long openedAt = System.nanoTime();
    private StreamController controller;
    private boolean isReady;

    void open() {
      ClientStream<StreamingPullRequest> requests =
          client.streamingPull(this, () -> callbacks.onLoop(() -> isReady = true));
      requests.send(client.firstRequest(loop.maxMessages(), loop.maxBytes()));
    }

    long ageNanos() {
      return System.nanoTime() - openedAt;
    }

    boolean isProven() {
      return isReady && ageNanos() > PROVEN_AFTER_NANOS;
    }

    @Override
    public void onStart(StreamController started) {
      controller = started;
    }

    @Override
    public void onResponse(StreamingPullResponse response) {
      callbacks.onLoop(
          () -> {
            if (!stopping && stream == this) {
              loop.answered();
              loop.received(response.getReceivedMessagesList());
            }
          });
    }

    @Override
    public void onError(Throwable failure) {
      callbacks.onLoop(() -> ended(this, failure));
    }

    @Override
    public void onComplete() {
      onError(new IllegalStateException("The broker ended the stream"));
    }

    void cancel() {
      controller.cancel();
    }
  }
}
