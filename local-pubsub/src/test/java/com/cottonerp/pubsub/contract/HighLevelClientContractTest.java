package com.cottonerp.pubsub.contract;

import static com.cottonerp.pubsub.testkit.Endpoint.Kind.EMULATOR;
import static com.cottonerp.pubsub.testkit.Endpoint.Kind.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.pubsub.testkit.Client;
import com.cottonerp.pubsub.testkit.Endpoint;
import com.google.api.core.ApiFuture;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.GrpcTransportChannel;
import com.google.api.gax.rpc.FixedTransportChannelProvider;
import com.google.cloud.pubsub.v1.AckResponse;
import com.google.cloud.pubsub.v1.MessageReceiverWithAckResponse;
import com.google.cloud.pubsub.v1.Publisher;
import com.google.cloud.pubsub.v1.Subscriber;
import com.google.cloud.pubsub.v1.TopicAdminClient;
import com.google.cloud.pubsub.v1.TopicAdminSettings;
import com.google.iam.v1.TestIamPermissionsRequest;
import com.google.protobuf.ByteString;
import com.google.pubsub.v1.PubsubMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Google's publisher and subscriber libraries, used as an application uses them. */
class HighLevelClientContractTest extends Contract {
  private static final int MESSAGES = 500;

  private final FixedTransportChannelProvider transport =
      FixedTransportChannelProvider.create(GrpcTransportChannel.create(endpoint.transport()));

  HighLevelClientContractTest(Endpoint endpoint) {
    super(endpoint);
  }

  @BeforeEach
  void skipTheService() {
    notOn(SERVICE, "the client would need its own credentials");
  }

  @Test
  void an_ordering_publisher_and_a_subscriber_keep_the_order_of_every_key() throws Exception {
    String topic = client.topic();
    String subscription =
        client.subscription(topic, settings -> settings.setEnableMessageOrdering(true));
    Map<String, List<Integer>> received = new ConcurrentHashMap<>();
    Subscriber subscriber =
        subscriber(
            subscription,
            (message, reply) -> {
              received
                  .computeIfAbsent(message.getOrderingKey(), key -> new CopyOnWriteArrayList<>())
                  .add(Integer.valueOf(message.getData().toStringUtf8()));
              reply.ack();
            });

    publish(topic);

    await()
        .atMost(Client.PATIENCE)
        .until(() -> received.values().stream().mapToInt(List::size).sum() >= MESSAGES);
    subscriber.stopAsync().awaitTerminated(30, TimeUnit.SECONDS);
    assertThat(received).hasSize(5);
    assertThat(received.values()).allSatisfy(key -> assertThat(key).isSorted());
  }

  @Test
  void a_subscriber_hears_that_an_acknowledgement_succeeded() throws Exception {
    String topic = client.topic();
    String subscription =
        client.subscription(topic, settings -> settings.setEnableExactlyOnceDelivery(true));
    List<AckResponse> responses = new CopyOnWriteArrayList<>();
    Subscriber subscriber =
        subscriber(
            subscription,
            (message, reply) -> {
              var response = reply.ack();
              response.addListener(() -> responses.add(get(response)), Runnable::run);
            });

    publish(topic);

    await().atMost(Client.PATIENCE).until(() -> responses.size() >= MESSAGES);
    subscriber.stopAsync().awaitTerminated(30, TimeUnit.SECONDS);
    assertThat(responses).containsOnly(AckResponse.SUCCESSFUL);
  }

  private static AckResponse get(ApiFuture<AckResponse> response) {
    try {
      return response.get();
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void a_publisher_may_ask_what_it_may_do() throws IOException {
    notOn(EMULATOR, "it knows no permissions");
    String topic = client.topic();
    try (TopicAdminClient topics =
        TopicAdminClient.create(
            TopicAdminSettings.newBuilder()
                .setTransportChannelProvider(transport)
                .setCredentialsProvider(NoCredentialsProvider.create())
                .build())) {
      List<String> permissions = List.of("pubsub.topics.publish", "pubsub.topics.get");

      assertThat(permissions(topics, topic, permissions)).isEqualTo(permissions);
      assertThat(permissions(topics, client.name("topics"), permissions)).isEmpty();
    }
  }

  private static List<String> permissions(
      TopicAdminClient topics, String topic, List<String> asked) {
    return topics
        .testIamPermissions(
            TestIamPermissionsRequest.newBuilder()
                .setResource(topic)
                .addAllPermissions(asked)
                .build())
        .getPermissionsList();
  }

  private Subscriber subscriber(String subscription, MessageReceiverWithAckResponse receiver) {
    Subscriber subscriber =
        Subscriber.newBuilder(subscription, receiver)
            .setChannelProvider(transport)
            .setCredentialsProvider(NoCredentialsProvider.create())
            .build();
    subscriber.startAsync().awaitRunning();
    return subscriber;
  }

  private void publish(String topic) throws Exception {
    Publisher publisher =
        Publisher.newBuilder(topic)
            .setChannelProvider(transport)
            .setCredentialsProvider(NoCredentialsProvider.create())
            .setEnableMessageOrdering(true)
            .build();
    List<ApiFuture<String>> answers = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      answers.add(
          publisher.publish(
              PubsubMessage.newBuilder()
                  .setOrderingKey("key-" + i % 5)
                  .setData(ByteString.copyFromUtf8(Integer.toString(i)))
                  .build()));
    }
    publisher.shutdown();
    assertThat(publisher.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    for (var answer : answers) {
      answer.get();
    }
  }
}
