package com.cottonerp.pubsub.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.PubsubMessage;
import com.google.pubsub.v1.ReceivedMessage;
import com.google.pubsub.v1.RetryPolicy;
import com.google.pubsub.v1.SeekRequest;
import com.google.pubsub.v1.Subscription;
import com.google.pubsub.v1.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * After any sequence of refusals, lost acknowledgements, seeks and restarts, every message arrives,
 * and the first arrivals of a key's messages are in order.
 */
class RandomHistoryTest {
  private static final String TOPIC = "projects/p/topics/history";
  private static final String SUBSCRIPTION = "projects/p/subscriptions/history";
  private static final int KEYS = 4;

  @TempDir private Path data;
  private final ManualTime time = new ManualTime();
  private final List<Listener> listeners = new ArrayList<>();
  private final Map<String, List<Integer>> firsts = new HashMap<>();
  private final Map<String, Integer> published = new HashMap<>();
  private final Map<Listener, Integer> noted = new HashMap<>();
  private Broker broker;
  private Random chance;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void every_message_arrives_and_a_key_keeps_its_order(long seed) {
    chance = new Random(seed);
    open();
    broker.topics().create(Topic.newBuilder().setName(TOPIC).build());
    broker.subscriptions().create(subscription());
    listen();

    for (int step = 0; step < 2_000; step++) {
      step();
      time.settle();
      note();
    }
    drain();

    for (int key = 0; key < KEYS; key++) {
      int count = published.getOrDefault("key-" + key, 0);
      assertThat(firsts.get("key-" + key))
          .as("seed %d, key %d", seed, key)
          .isEqualTo(IntStream.range(0, count).boxed().toList());
    }
    broker.close();
  }

  private Subscription subscription() {
    Subscription.Builder subscription =
        Subscription.newBuilder()
            .setName(SUBSCRIPTION)
            .setTopic(TOPIC)
            .setEnableMessageOrdering(true)
            .setEnableExactlyOnceDelivery(chance.nextBoolean())
            .setRetainAckedMessages(true);
    if (chance.nextBoolean()) {
      subscription.setRetryPolicy(
          RetryPolicy.newBuilder()
              .setMinimumBackoff(Durations.fromSeconds(1))
              .setMaximumBackoff(Durations.fromSeconds(60)));
    }
    return subscription.build();
  }

  /** WHY so small a tail: the journal is compacted often. */
  private void open() {
    broker = Broker.open(data, time, Runnable::run, 20_000);
  }

  private void listen() {
    Listener listener = new Listener(1 + chance.nextInt(20));
    listeners.add(listener);
    broker.subscriptions().attach(SUBSCRIPTION, listener);
  }

  private void step() {
    int kind = chance.nextInt(100);
    if (kind < 40) {
      publish();
    } else if (kind < 70) {
      answer(false);
    } else if (kind < 80) {
      answer(true);
    } else if (kind < 92) {
      time.pass(Duration.ofMillis(chance.nextInt(8_000)));
    } else if (kind < 95) {
      leave();
      listen();
    } else if (kind < 98) {
      seekBack();
    } else {
      broker.close();
      listeners.clear();
      open();
      listen();
    }
  }

  private void publish() {
    String key = "key-" + chance.nextInt(KEYS);
    PublishRequest.Builder request = PublishRequest.newBuilder().setTopic(TOPIC);
    for (int i = chance.nextInt(4); i >= 0; i--) {
      int number = published.merge(key, 1, Integer::sum) - 1;
      request.addMessages(
          PubsubMessage.newBuilder()
              .setOrderingKey(key)
              .setData(ByteString.copyFromUtf8(Integer.toString(number))));
    }
    broker.topics().publish(request.build());
  }

  /** Acknowledges or gives back some of a listener's messages, old messages included. */
  private void answer(boolean back) {
    if (listeners.isEmpty()) {
      return;
    }
    Listener listener = listeners.get(chance.nextInt(listeners.size()));
    if (listener.received.isEmpty()) {
      return;
    }
    int from = chance.nextInt(listener.received.size());
    int to = Math.min(listener.received.size(), from + 1 + chance.nextInt(10));
    answer(listener.received.subList(from, to), back);
  }

  private void answer(List<ReceivedMessage> messages, boolean back) {
    List<String> ackIds = messages.stream().map(ReceivedMessage::getAckId).toList();
    if (back) {
      broker.subscriptions().modifyAckDeadline(SUBSCRIPTION, ackIds, 0);
    } else {
      broker.subscriptions().acknowledge(SUBSCRIPTION, ackIds);
    }
  }

  private void leave() {
    if (listeners.size() > 2) {
      Listener leaving = listeners.remove(chance.nextInt(listeners.size()));
      broker.subscriptions().detach(SUBSCRIPTION, leaving);
    }
  }

  /** Seeks only back: a seek forward would lose messages on purpose. */
  private void seekBack() {
    var to = time.now().minusSeconds(3_600 + chance.nextInt(10));
    broker
        .subscriptions()
        .seek(
            SeekRequest.newBuilder()
                .setSubscription(SUBSCRIPTION)
                .setTime(Timestamp.newBuilder().setSeconds(to.getEpochSecond()))
                .build());
  }

  /** Checks that each first arrival is the next message of its key; repeats are ignored. */
  private void note() {
    for (Listener listener : listeners) {
      List<ReceivedMessage> received = listener.received;
      for (ReceivedMessage message :
          received.subList(noted.getOrDefault(listener, 0), received.size())) {
        List<Integer> seen =
            firsts.computeIfAbsent(message.getMessage().getOrderingKey(), k -> new ArrayList<>());
        int number = Integer.parseInt(message.getMessage().getData().toStringUtf8());
        if (number >= seen.size()) {
          seen.add(number);
        }
      }
      noted.put(listener, received.size());
    }
  }

  /** Acknowledges every message at once, until no message is left. */
  private void drain() {
    int before = -1;
    int received = 0;
    while (received > before) {
      before = received;
      for (int round = 0; round < 30; round++) {
        listeners.forEach(listener -> answer(List.copyOf(listener.received), false));
        time.pass(Duration.ofSeconds(3));
        note();
      }
      received = noted.values().stream().mapToInt(Integer::intValue).sum();
    }
  }
}
