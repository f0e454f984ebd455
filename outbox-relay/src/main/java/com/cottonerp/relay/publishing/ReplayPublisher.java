package com.cottonerp.relay.publishing;

import com.cottonerp.relay.RelayConfig;
import com.cottonerp.relay.outbox.PendingEvent;
import com.google.api.core.ApiFuture;
import com.google.pubsub.v1.PublishResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Publishes past events again, on its own channel and under its own ordering keys: {@code replay-}
 * and the live key. WHY: a live event then waits behind a replay neither here nor in a
 * subscription. One request of a key is in flight at a time; the caller waits for all requests.
 */
public final class ReplayPublisher implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final RelayConfig config;
  private final PubSubPublisher publisher;
  private final MessageFormat format;

  public ReplayPublisher(String source, RelayConfig config) {
    RelayConfig.Publish publish = config.publish();
    this.config = config;
    this.publisher =
        PubSubPublisher.connect(config.pubsub(), config.sources().get(source).topic(), publish);
    this.format = new MessageFormat(source, config.schemaBaseUrl(), publish.ordering());
  }

  /**
   * The result for some events.
   *
   * @param published ids of the events that the broker has accepted
   * @param refused ids of the events that the broker refuses at any time
   * @param isComplete false when events were not sent or may not have arrived; the caller sends
   *     again
   */
  public record Outcome(
      Set<Long> published, Set<Long> refused, Optional<String> error, boolean isComplete) {}

  /** The events of one key: sent in order; one by one after a refused request. */
  private static final class Key {
    private final List<OutgoingEvent> remaining = new ArrayList<>();
    private int suspects;
    private boolean failed;
  }

  /** The state of one call. */
  private final class Round {
    private final Set<Long> published = new HashSet<>();
    private final Set<Long> refused = new HashSet<>();
    private String error;
    private boolean complete = true;
    private final long until = System.nanoTime() + config.publish().deadline().toNanos();

    private void send(List<Key> keys) throws InterruptedException {
      List<Key> open = new ArrayList<>(keys);
      while (!open.isEmpty()) {
        if (System.nanoTime() - until >= 0) {
          complete = false;
          return;
        }
        sendOnce(open);
        open.removeIf(key -> key.failed || key.remaining.isEmpty());
      }
    }

    private void sendOnce(List<Key> keys) throws InterruptedException {
      Map<Key, List<OutgoingEvent>> slices = new LinkedHashMap<>();
      Map<Key, ApiFuture<PublishResponse>> answers = new LinkedHashMap<>();
      for (Key key : keys) {
        List<OutgoingEvent> slice = nextSlice(key);
        slices.put(key, slice);
        if (slice.get(0).violation() == null) {
          answers.put(key, publisher.publish(slice.get(0).message().getOrderingKey(), slice));
        } else {
          refuse(key, slice, slice.get(0).violation());
        }
      }
      for (Map.Entry<Key, ApiFuture<PublishResponse>> answer : answers.entrySet()) {
        await(answer.getKey(), slices.get(answer.getKey()), answer.getValue());
      }
    }

    private void await(Key key, List<OutgoingEvent> slice, ApiFuture<PublishResponse> answer)
        throws InterruptedException {
      try {
        answer.get(config.publish().deadline().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        slice.forEach(event -> published.add(event.event().id()));
        key.remaining.subList(0, slice.size()).clear();
        key.suspects = Math.max(0, key.suspects - slice.size());
      } catch (ExecutionException failure) {
        if (FailureClass.of(failure.getCause()) == FailureClass.POISON) {
          refuse(key, slice, failure.getCause().getMessage());
        } else {
          fail(key, failure.getCause().getMessage());
        }
      } catch (TimeoutException never) {
        fail(key, "The client never completed the request");
      }
    }

    private void refuse(Key key, List<OutgoingEvent> slice, String why) {
      error = why;
      if (slice.size() > 1) {
        key.suspects = slice.size();
        return;
      }
      refused.add(key.remaining.remove(0).event().id());
      key.suspects = Math.max(0, key.suspects - 1);
    }

    private void fail(Key key, String why) {
      error = why;
      key.failed = true;
      complete = false;
    }
  }

  /** Returns when each request is answered, or the deadline for sending is over. */
  public Outcome publish(List<PendingEvent> events) throws InterruptedException {
    Map<String, Key> keys = new LinkedHashMap<>();
    for (PendingEvent event : events) {
      String name = "replay-" + format.orderingKey(event);
      keys.computeIfAbsent(name, any -> new Key()).remaining.add(outgoing(event, name));
    }
    Round round = new Round();
    List<Key> all = List.copyOf(keys.values());
    int width = config.publish().effectiveConcurrency();
    for (int from = 0; from < all.size(); from += width) {
      round.send(all.subList(from, Math.min(from + width, all.size())));
    }
    return new Outcome(
        round.published, round.refused, Optional.ofNullable(round.error), round.complete);
  }

  private OutgoingEvent outgoing(PendingEvent event, String key) {
    OutgoingEvent live = format.format(event);
    return new OutgoingEvent(
        event,
        live.message().toBuilder().setOrderingKey(key).build(),
        live.bytes() + key.length(),
        live.violation());
  }

  private List<OutgoingEvent> nextSlice(Key key) {
    int most = key.suspects > 0 ? 1 : Math.min(config.batch().size(), key.remaining.size());
    int end = 0;
    long bytes = 0;
    while (end < most && (end == 0 || key.remaining.get(end).violation() == null)) {
      bytes += key.remaining.get(end).bytes();
      if (end > 0 && bytes > MessageLimits.MAX_REQUEST_BYTES) {
        break;
      }
      end++;
    }
    if (key.remaining.get(0).violation() != null) {
      end = 1;
    }
    return List.copyOf(key.remaining.subList(0, end));
  }

  /** Cancels the calls in flight. */
  @Override
  public void close() {
    publisher.close();
  }
}
