package com.cottonerp.pubsub.life;

import static com.cottonerp.pubsub.testkit.Client.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.pubsub.server.PubSubServer;
import com.cottonerp.pubsub.testkit.Client;
import com.cottonerp.pubsub.testkit.ServerProcess;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import com.google.pubsub.v1.CreateSnapshotRequest;
import com.google.pubsub.v1.DeleteTopicRequest;
import com.google.pubsub.v1.GetSnapshotRequest;
import com.google.pubsub.v1.GetSubscriptionRequest;
import com.google.pubsub.v1.ListTopicSubscriptionsRequest;
import com.google.pubsub.v1.ReceivedMessage;
import com.google.pubsub.v1.SeekRequest;
import com.google.pubsub.v1.Snapshot;
import com.google.pubsub.v1.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state of a killed server after its next start. */
class RestartTest {
  @TempDir private Path data;
  private ServerProcess server;
  private Client client;

  @BeforeEach
  void start() {
    server = new ServerProcess(data);
    client = server.client();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void killAndStart() {
    server.kill();
    server.start();
    client = server.client();
  }

  @Test
  void published_messages_are_there_and_acknowledged_ones_are_not() {
    String topic = client.topic();
    String subscription = ordered(topic);
    String untouched = ordered(topic);
    client.publish(topic, "key", "a", "b", "c");
    List<ReceivedMessage> messages = client.pull(subscription, 3);
    client.acknowledge(subscription, messages.subList(0, 1));

    killAndStart();

    assertThat(client.drainUntil(subscription, "b", "c")).containsExactly("b", "c");
    assertThat(client.drainUntil(untouched, "c")).containsExactly("a", "b", "c");
  }

  @Test
  void every_answered_message_is_there_whenever_it_is_killed() {
    String topic = client.topic();
    String subscription = ordered(topic);
    for (int round = 0; round < 4; round++) {
      for (int i = 0; i < 50; i++) {
        client.publish(topic, "key", round + "-" + i);
      }
      killAndStart();
    }

    assertThat(client.drainUntil(subscription, "3-49")).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void settings_names_and_ids_are_as_before() {
    String topic = client.topic();
    String deleted = client.topic();
    Subscription subscription =
        get(
            client.subscription(
                topic,
                settings ->
                    settings
                        .setFilter("attributes:type")
                        .setMessageRetentionDuration(Durations.fromHours(1))
                        .putLabels("team", "cotton")));
    client.topics().deleteTopic(DeleteTopicRequest.newBuilder().setTopic(deleted).build());
    long before = Long.parseLong(client.publish(topic, "", "x").get(0));

    killAndStart();

    assertThat(get(subscription.getName())).isEqualTo(subscription);
    assertThat(
            client
                .topics()
                .listTopicSubscriptions(
                    ListTopicSubscriptionsRequest.newBuilder().setTopic(topic).build())
                .getSubscriptionsList())
        .containsExactly(subscription.getName());
    assertThat(Long.parseLong(client.publish(topic, "", "y").get(0))).isGreaterThan(before);
  }

  @Test
  void seeks_snapshots_and_what_was_kept_are_as_before() {
    String topic = client.topic();
    String subscription =
        client.subscription(topic, settings -> settings.setRetainAckedMessages(true));
    client.publish(topic, "", "a");
    Snapshot snapshot =
        client
            .subscriptions()
            .createSnapshot(
                CreateSnapshotRequest.newBuilder()
                    .setName(client.name("snapshots"))
                    .setSubscription(subscription)
                    .build());
    client.drainUntil(subscription, "a");

    killAndStart();
    assertThat(
            client
                .subscriptions()
                .getSnapshot(
                    GetSnapshotRequest.newBuilder().setSnapshot(snapshot.getName()).build()))
        .isEqualTo(snapshot);
    seek(SeekRequest.newBuilder().setSubscription(subscription).setSnapshot(snapshot.getName()));

    killAndStart();
    assertThat(client.drainUntil(subscription, "a")).containsExactly("a");
    seek(SeekRequest.newBuilder().setSubscription(subscription).setTime(Timestamps.EPOCH));
    assertThat(client.drainUntil(subscription, "a")).containsExactly("a");
  }

  @Test
  void an_acknowledgement_id_from_before_is_not_taken_for_a_new_one() {
    String topic = client.topic();
    String subscription = ordered(topic);
    client.publish(topic, "key", "a");
    List<ReceivedMessage> before = client.pull(subscription, 1);

    killAndStart();
    client.pull(subscription, 1);
    client.acknowledge(subscription, before);
    killAndStart();

    assertThat(texts(client.pull(subscription, 1))).containsExactly("a");
  }

  @Test
  void a_last_record_that_is_torn_is_cut_off() throws IOException {
    String topic = client.topic();
    String subscription = ordered(topic);
    client.publish(topic, "key", "whole");
    client.publish(topic, "key", "torn");
    server.kill();
    Path tail = data.resolve("tail-0");
    try (var file = Files.newByteChannel(tail, StandardOpenOption.WRITE)) {
      file.truncate(Files.size(tail) - 3);
    }

    server.start();
    client = server.client();

    assertThat(client.drainUntil(subscription, "whole")).containsExactly("whole");
    client.publish(topic, "key", "next");
    killAndStart();
    assertThat(client.drainUntil(subscription, "next")).containsExactly("next");
  }

  @Test
  void two_servers_do_not_work_with_the_same_folder() {
    assertThatThrownBy(() -> PubSubServer.start("127.0.0.1", 0, data, false))
        .hasStackTraceContaining("Another server works with");
  }

  private String ordered(String topic) {
    return client.subscription(topic, settings -> settings.setEnableMessageOrdering(true));
  }

  private Subscription get(String name) {
    return client
        .subscriptions()
        .getSubscription(GetSubscriptionRequest.newBuilder().setSubscription(name).build());
  }

  private void seek(SeekRequest.Builder request) {
    client.subscriptions().seek(request.build());
  }
}
