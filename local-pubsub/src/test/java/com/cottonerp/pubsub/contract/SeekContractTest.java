package com.cottonerp.pubsub.contract;

import static com.cottonerp.pubsub.testkit.Endpoint.Kind.EMULATOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.pubsub.testkit.Client;
import com.cottonerp.pubsub.testkit.Endpoint;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import com.google.pubsub.v1.CreateSnapshotRequest;
import com.google.pubsub.v1.DeleteSnapshotRequest;
import com.google.pubsub.v1.GetSnapshotRequest;
import com.google.pubsub.v1.ListSnapshotsRequest;
import com.google.pubsub.v1.ListTopicSnapshotsRequest;
import com.google.pubsub.v1.ReceivedMessage;
import com.google.pubsub.v1.SeekRequest;
import com.google.pubsub.v1.Snapshot;
import io.grpc.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeekContractTest extends Contract {
  SeekContractTest(Endpoint endpoint) {
    super(endpoint);
  }

  @Test
  void a_seek_to_the_future_acknowledges_everything() {
    String topic = client.topic();
    String subscription = client.subscription(topic);
    client.publish(topic, "", "waits", "is out");
    client.pull(subscription, 1);

    seek(subscription, Timestamps.fromMillis(System.currentTimeMillis() + 60_000));

    client.publish(topic, "", "next");
    assertThat(client.drainUntil(subscription, "next")).containsExactly("next");
  }

  @Test
  void a_seek_to_the_past_brings_back_what_the_subscription_has_kept() {
    String topic = client.topic();
    String keeps = client.subscription(topic, settings -> settings.setRetainAckedMessages(true));
    String forgets = client.subscription(topic);
    client.publish(topic, "", "first");
    client.drainUntil(keeps, "first");
    client.drainUntil(forgets, "first");
    Timestamp between = publishTimeOf(client, topic, keeps, "second");
    client.drainUntil(forgets, "second");

    seek(keeps, between);
    assertThat(client.drainUntil(keeps, "second")).containsExactly("second");
    seek(keeps, Timestamps.EPOCH);
    assertThat(client.drainUntil(keeps, "first", "second")).containsExactly("first", "second");

    seek(forgets, Timestamps.EPOCH);
    client.publish(topic, "", "next");
    assertThat(client.drainUntil(forgets, "next")).containsExactly("next");
  }

  private static Timestamp publishTimeOf(
      Client client, String topic, String subscription, String text) {
    client.publish(topic, "", text);
    ReceivedMessage message = client.pull(subscription, 1).get(0);
    client.acknowledge(subscription, List.of(message));
    return message.getMessage().getPublishTime();
  }

  @Test
  void a_seek_to_the_past_brings_what_the_topic_has_kept_also_from_before_the_subscription() {
    notOn(EMULATOR, "its topics keep nothing");
    String topic =
        client
            .topic(settings -> settings.setMessageRetentionDuration(Durations.fromMinutes(10)))
            .getName();
    client.publish(topic, "key", "a", "b");
    String subscription =
        client.subscription(topic, settings -> settings.setEnableMessageOrdering(true));

    seek(subscription, Timestamps.EPOCH);

    assertThat(client.drainUntil(subscription, "a", "b")).containsExactly("a", "b");
  }

  @Test
  void a_seek_to_a_snapshot_brings_back_what_was_open_then_and_what_came_since() {
    String topic = client.topic();
    String subscription = client.subscription(topic);
    client.publish(topic, "", "done");
    client.drainUntil(subscription, "done");
    client.publish(topic, "", "open");
    String snapshot = snapshot(subscription).getName();
    client.publish(topic, "", "since");
    client.drainUntil(subscription, "open", "since");

    seekTo(subscription, snapshot);

    assertThat(client.drainUntil(subscription, "open", "since"))
        .containsExactlyInAnyOrder("open", "since");
  }

  @Test
  void a_snapshot_is_there_from_its_creation_to_its_deletion() {
    String topic = client.topic();
    String subscription = client.subscription(topic);
    Snapshot snapshot = snapshot(subscription);
    String name = snapshot.getName();

    assertThat(snapshot.getTopic()).isEqualTo(topic);
    assertThat(get(name)).isEqualTo(snapshot);
    assertThat(
            client
                .subscriptions()
                .listSnapshots(
                    ListSnapshotsRequest.newBuilder().setProject(client.project()).build())
                .getSnapshotsList())
        .contains(snapshot);
    assertThat(
            client
                .topics()
                .listTopicSnapshots(ListTopicSnapshotsRequest.newBuilder().setTopic(topic).build())
                .getSnapshotsList())
        .containsExactly(name);

    client
        .subscriptions()
        .deleteSnapshot(DeleteSnapshotRequest.newBuilder().setSnapshot(name).build());
    assertRefused(Status.Code.NOT_FOUND, () -> get(name));
    assertRefused(Status.Code.NOT_FOUND, () -> seekTo(subscription, name));
  }

  private Snapshot get(String name) {
    return client
        .subscriptions()
        .getSnapshot(GetSnapshotRequest.newBuilder().setSnapshot(name).build());
  }

  private Snapshot snapshot(String subscription) {
    String name = client.name("snapshots");
    client.deleteInTheEnd(name);
    return client
        .subscriptions()
        .createSnapshot(
            CreateSnapshotRequest.newBuilder().setName(name).setSubscription(subscription).build());
  }

  private void seek(String subscription, Timestamp time) {
    client
        .subscriptions()
        .seek(SeekRequest.newBuilder().setSubscription(subscription).setTime(time).build());
  }

  private void seekTo(String subscription, String snapshot) {
    client
        .subscriptions()
        .seek(SeekRequest.newBuilder().setSubscription(subscription).setSnapshot(snapshot).build());
  }
}
