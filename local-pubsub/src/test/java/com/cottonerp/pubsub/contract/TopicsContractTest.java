package com.cottonerp.pubsub.contract;

import static com.cottonerp.pubsub.testkit.Endpoint.Kind.EMULATOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.pubsub.testkit.Endpoint;
import com.google.protobuf.ByteString;
import com.google.protobuf.FieldMask;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.FieldMaskUtil;
import com.google.pubsub.v1.DeleteTopicRequest;
import com.google.pubsub.v1.GetTopicRequest;
import com.google.pubsub.v1.ListTopicSubscriptionsRequest;
import com.google.pubsub.v1.ListTopicsRequest;
import com.google.pubsub.v1.ListTopicsResponse;
import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.PubsubMessage;
import com.google.pubsub.v1.ReceivedMessage;
import com.google.pubsub.v1.Topic;
import com.google.pubsub.v1.UpdateTopicRequest;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsContractTest extends Contract {
  private static final PubsubMessage SMALL =
      message().setData(ByteString.copyFromUtf8("x")).build();

  TopicsContractTest(Endpoint endpoint) {
    super(endpoint);
  }

  @Test
  void a_topic_is_there_from_its_creation_to_its_deletion() {
    String topic = client.topic(settings -> settings.putLabels("team", "cotton")).getName();

    assertThat(get(topic).getLabelsMap()).containsEntry("team", "cotton");
    assertThat(allTopics(100)).contains(topic);

    client.topics().deleteTopic(DeleteTopicRequest.newBuilder().setTopic(topic).build());
    assertRefused(Status.Code.NOT_FOUND, () -> get(topic));
    assertRefused(Status.Code.NOT_FOUND, () -> client.publish(topic, "", "late"));
    assertRefused(
        Status.Code.NOT_FOUND,
        () -> client.topics().deleteTopic(DeleteTopicRequest.newBuilder().setTopic(topic).build()));
  }

  @Test
  void a_topic_is_not_created_twice() {
    String topic = client.topic();

    assertRefused(
        Status.Code.ALREADY_EXISTS,
        () -> client.topics().createTopic(Topic.newBuilder().setName(topic).build()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab", "1abc", "google-topic", "a b c", "abc/def"})
  void a_name_that_breaks_the_rules_is_refused(String name) {
    assertRefused(
        Status.Code.INVALID_ARGUMENT,
        () ->
            client
                .topics()
                .createTopic(
                    Topic.newBuilder().setName(client.project() + "/topics/" + name).build()));
  }

  @Test
  void a_list_of_topics_comes_in_pages() {
    List<String> created = List.of(client.topic(), client.topic(), client.topic());

    assertThat(allTopics(1)).containsAll(created).doesNotHaveDuplicates();
  }

  @Test
  void labels_and_retention_change_by_an_update_and_nothing_else_does() {
    notOn(EMULATOR, "it changes no labels");
    String topic = client.topic(settings -> settings.putLabels("team", "cotton")).getName();

    update(
        topic,
        settings ->
            settings
                .putLabels("team", "wool")
                .setMessageRetentionDuration(Durations.fromMinutes(10)),
        "labels",
        "message_retention_duration");

    assertThat(get(topic).getLabelsMap()).containsExactly(Map.entry("team", "wool"));
    assertThat(get(topic).getMessageRetentionDuration()).isEqualTo(Durations.fromMinutes(10));
    assertRefused(Status.Code.INVALID_ARGUMENT, () -> update(topic, settings -> settings, "name"));
    assertRefused(Status.Code.INVALID_ARGUMENT, () -> update(topic, settings -> settings));
  }

  @Test
  void a_retention_is_between_ten_minutes_and_a_month() {
    for (long minutes : new long[] {9, 31 * 24 * 60 + 1}) {
      assertRefused(
          Status.Code.INVALID_ARGUMENT,
          () ->
              client.topic(
                  settings ->
                      settings.setMessageRetentionDuration(Durations.fromMinutes(minutes))));
    }
  }

  @Test
  void a_topic_knows_its_subscriptions() {
    String topic = client.topic();
    String one = client.subscription(topic);
    String other = client.subscription(topic);
    client.subscription(client.topic());

    assertThat(
            client
                .topics()
                .listTopicSubscriptions(
                    ListTopicSubscriptionsRequest.newBuilder().setTopic(topic).build())
                .getSubscriptionsList())
        .containsExactlyInAnyOrder(one, other);
  }

  @Test
  void a_message_arrives_as_it_was_published_with_an_id_and_a_time() {
    String topic = client.topic();
    String subscription = client.subscription(topic);
    PubsubMessage message =
        PubsubMessage.newBuilder()
            .setData(ByteString.copyFromUtf8("text"))
            .putAttributes("type", "PartnerApproved")
            .setOrderingKey("key")
            .build();

    String messageId = publish(topic, List.of(message)).get(0);

    ReceivedMessage received = client.pull(subscription, 1).get(0);
    assertThat(received.getMessage().getMessageId()).isEqualTo(messageId);
    assertThat(received.getMessage().getPublishTime().getSeconds()).isPositive();
    assertThat(received.getMessage().toBuilder().clearMessageId().clearPublishTime().build())
        .isEqualTo(message);
    assertThat(received.getDeliveryAttempt()).isZero();
  }

  @Test
  void every_message_has_an_id_of_its_own() {
    String topic = client.topic();

    List<String> ids = new ArrayList<>(client.publish(topic, "", "a", "b", "c"));
    ids.addAll(client.publish(topic, "", "d"));

    assertThat(ids).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void a_message_without_data_needs_an_attribute() {
    String topic = client.topic();

    assertThat(publish(topic, List.of(message().putAttributes("a", "").build()))).hasSize(1);
    assertRefused(Status.Code.INVALID_ARGUMENT, () -> publish(topic, List.of(message().build())));
    assertRefused(Status.Code.INVALID_ARGUMENT, () -> publish(topic, List.of()));
  }

  @Test
  void a_request_has_up_to_a_thousand_messages() {
    String topic = client.topic();

    assertThat(publish(topic, Collections.nCopies(1_000, SMALL))).hasSize(1_000);
    assertRefused(
        Status.Code.INVALID_ARGUMENT, () -> publish(topic, Collections.nCopies(1_001, SMALL)));
  }

  static List<PubsubMessage> tooLarge() {
    PubsubMessage.Builder attributes = message();
    IntStream.rangeClosed(1, 101).forEach(i -> attributes.putAttributes("key" + i, "x"));
    return List.of(
        attributes.build(),
        message().putAttributes("k".repeat(257), "x").build(),
        message().putAttributes("key", "v".repeat(1_025)).build(),
        message().putAttributes("", "x").build(),
        SMALL.toBuilder().setOrderingKey("k".repeat(1_025)).build(),
        message().setData(ByteString.copyFrom(new byte[10_000_001])).build());
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("tooLarge")
  void what_is_larger_than_the_service_takes_is_refused(PubsubMessage message) {
    notOn(EMULATOR, "it takes messages of any size");
    String topic = client.topic();

    assertRefused(Status.Code.INVALID_ARGUMENT, () -> publish(topic, List.of(message)));
  }

  private static PubsubMessage.Builder message() {
    return PubsubMessage.newBuilder();
  }

  private List<String> publish(String topic, List<PubsubMessage> messages) {
    return client
        .topics()
        .publish(PublishRequest.newBuilder().setTopic(topic).addAllMessages(messages).build())
        .getMessageIdsList();
  }

  private Topic get(String topic) {
    return client.topics().getTopic(GetTopicRequest.newBuilder().setTopic(topic).build());
  }

  private void update(String topic, UnaryOperator<Topic.Builder> change, String... fields) {
    FieldMask mask = FieldMaskUtil.fromStringList(List.of(fields));
    client
        .topics()
        .updateTopic(
            UpdateTopicRequest.newBuilder()
                .setTopic(change.apply(Topic.newBuilder().setName(topic)))
                .setUpdateMask(mask)
                .build());
  }

  private List<String> allTopics(int pageSize) {
    List<String> names = new ArrayList<>();
    String token = "";
    do {
      ListTopicsResponse page =
          client
              .topics()
              .listTopics(
                  ListTopicsRequest.newBuilder()
                      .setProject(client.project())
                      .setPageSize(pageSize)
                      .setPageToken(token)
                      .build());
      assertThat(page.getTopicsCount()).isLessThanOrEqualTo(pageSize);
      page.getTopicsList().forEach(topic -> names.add(topic.getName()));
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return names;
  }
}
