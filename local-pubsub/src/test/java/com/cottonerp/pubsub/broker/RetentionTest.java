package com.cottonerp.pubsub.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.PubsubMessage;
import com.google.pubsub.v1.ReceivedMessage;
import com.google.pubsub.v1.SeekRequest;
import com.google.pubsub.v1.Subscription;
import com.google.pubsub.v1.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long messages are kept, in memory and on disk. */
class RetentionTest {
  private static final String TOPIC = "projects/p/topics/retention";
  private static final String SUBSCRIPTION = "projects/p/subscriptions/retention";
  private static final int SMALLEST_TAIL = 10_000;

  @TempDir private Path data;
  private final ManualTime time = new ManualTime();
  private Broker broker;

  @BeforeEach
  void open() {
    broker = Broker.open(data, time, Runnable::run, SMALLEST_TAIL);
  }

  @AfterEach
  void close() {
    broker.close();
  }

  private void create(boolean topicKeeps, boolean subscriptionKeeps) {
    Topic.Builder topic = Topic.newBuilder().setName(TOPIC);
    if (topicKeeps) {
      topic.setMessageRetentionDuration(Durations.fromHours(1));
    }
    broker.topics().create(topic.build());
    broker
        .subscriptions()
        .create(
            Subscription.newBuilder()
                .setName(SUBSCRIPTION)
                .setTopic(TOPIC)
                .setRetainAckedMessages(subscriptionKeeps)
                .setMessageRetentionDuration(Durations.fromHours(1))
                .build());
  }

  @Test
  void a_message_that_nobody_acknowledges_is_dropped_after_its_time() {
    create(false, false);
    publish("old");
    time.pass(Duration.ofMinutes(50));
    publish("new");
    time.pass(Duration.ofMinutes(20));

    broker.forgetOld();

    assertThat(listen().texts()).containsExactly("new");
  }

  @Test
  void a_message_that_was_acknowledged_comes_back_until_its_time_has_passed() {
    create(false, true);
    publish("old");
    acknowledgeAll();
    time.pass(Duration.ofMinutes(50));
    publish("new");
    acknowledgeAll();
    time.pass(Duration.ofMinutes(20));

    broker.forgetOld();
    seekToTheBeginning();

    assertThat(listen().texts()).containsExactly("new");
  }

  @Test
  void a_topic_keeps_its_messages_until_their_time_has_passed() {
    create(true, false);
    publish("old");
    acknowledgeAll();
    time.pass(Duration.ofMinutes(50));
    publish("new");
    acknowledgeAll();
    time.pass(Duration.ofMinutes(20));

    broker.forgetOld();
    seekToTheBeginning();

    assertThat(listen().texts()).containsExactly("new");
  }

  @Test
  void what_is_acknowledged_does_not_fill_the_memory_and_the_latest_comes_back() {
    create(true, true);
    int published = 200;
    for (int i = 0; i < published; i++) {
      publish(i + "x".repeat(100_000));
      acknowledgeAll();
    }
    broker.close();
    open();

    seekToTheBeginning();

    List<String> texts = listen().texts();
    assertThat(texts.stream().mapToLong(String::length).sum())
        .isBetween(Retained.MOST_BYTES / 2, Retained.MOST_BYTES);
    assertThat(texts.stream().map(text -> text.replace("x", "")))
        .contains(Integer.toString(published - 1))
        .doesNotContain("0");
  }

  @Test
  void what_is_acknowledged_does_not_fill_the_disk() throws IOException {
    create(false, false);
    Listener listener = listen();
    publish("open");
    for (int i = 0; i < 2_000; i++) {
      publish("done");
      time.settle();
      ReceivedMessage last = listener.received.get(listener.received.size() - 1);
      broker.subscriptions().acknowledge(SUBSCRIPTION, List.of(last.getAckId()));
      time.settle();
    }

    try (Stream<Path> files = Files.list(data)) {
      assertThat(files.mapToLong(file -> file.toFile().length()).sum())
          .isLessThan(2 * SMALLEST_TAIL);
    }
    broker.close();
    open();
    assertThat(listen().texts()).containsExactly("open");
  }

  private void publish(String text) {
    broker
        .topics()
        .publish(
            PublishRequest.newBuilder()
                .setTopic(TOPIC)
                .addMessages(PubsubMessage.newBuilder().setData(ByteString.copyFromUtf8(text)))
                .build());
  }

  private Listener listen() {
    Listener listener = new Listener(Integer.MAX_VALUE);
    broker.subscriptions().attach(SUBSCRIPTION, listener);
    return listener;
  }

  private void acknowledgeAll() {
    Listener listener = listen();
    broker
        .subscriptions()
        .acknowledge(
            SUBSCRIPTION, listener.received.stream().map(ReceivedMessage::getAckId).toList());
    broker.subscriptions().detach(SUBSCRIPTION, listener);
  }

  private void seekToTheBeginning() {
    broker
        .subscriptions()
        .seek(
            SeekRequest.newBuilder()
                .setSubscription(SUBSCRIPTION)
                .setTime(Timestamps.EPOCH)
                .build());
  }
}
