package com.cottonerp.pubsub.contract;

import static com.cottonerp.pubsub.testkit.Client.text;
import static com.cottonerp.pubsub.testkit.Client.texts;
import static com.cottonerp.pubsub.testkit.Endpoint.Kind.EMULATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.pubsub.testkit.Client;
import com.cottonerp.pubsub.testkit.Endpoint;
import com.cottonerp.pubsub.testkit.Stream;
import com.google.pubsub.v1.DeleteSubscriptionRequest;
import com.google.pubsub.v1.ReceivedMessage;
import com.google.pubsub.v1.StreamingPullRequest;
import io.grpc.Status;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamContractTest extends Contract {
  private final String topic = client.topic();
  private final String subscription =
      client.subscription(topic, settings -> settings.setEnableMessageOrdering(true));

  StreamContractTest(Endpoint endpoint) {
    super(endpoint);
  }

  @Test
  void messages_come_as_they_are_published_and_go_when_they_are_acknowledged() {
    client.publish(topic, "key", "before");
    try (Stream stream = Stream.open(client, subscription)) {
      stream.await(1);
      client.publish(topic, "key", "later");
      assertThat(texts(stream.await(2))).containsExactly("before", "later");
      stream.acknowledge(stream.received());
      stream.complete();
      assertThat(stream.awaitEnd().getCode()).isEqualTo(Status.Code.OK);
    }

    client.publish(topic, "key", "next");
    assertThat(client.drainUntil(subscription, "next")).containsExactly("next");
  }

  @Test
  void several_messages_of_a_key_come_over_one_stream_before_the_first_is_acknowledged() {
    client.publish(topic, "key", "a", "b");
    try (Stream stream = Stream.open(client, subscription)) {
      stream.await(2);
      client.publish(topic, "key", "c");

      assertThat(texts(stream.await(3))).containsExactly("a", "b", "c");
    }
  }

  @Test
  void a_key_goes_over_one_stream_at_a_time() {
    try (Stream one = Stream.open(client, subscription);
        Stream other = Stream.open(client, subscription)) {
      client.publish(topic, "key", "first");
      await()
          .atMost(Client.PATIENCE)
          .until(() -> one.received().size() + other.received().size() == 1);
      Stream holder = one.received().isEmpty() ? other : one;

      for (int i = 0; i < 20; i++) {
        client.publish(topic, "key", "m" + i);
      }

      assertThat(holder.await(21)).hasSize(21);
    }
  }

  @Test
  void no_more_messages_are_out_than_the_stream_allows() {
    notOn(EMULATOR, "it sends as many as it likes");
    client.publish(topic, "", IntStream.range(0, 10).mapToObj(i -> "m" + i).toArray(String[]::new));
    try (Stream stream =
        Stream.open(client, subscription, request -> request.setMaxOutstandingMessages(3))) {
      stream.await(3);
      // Room for one more message shows that no other message was on its way.
      stream.acknowledge(stream.received().subList(0, 1));
      assertThat(stream.await(4)).hasSize(4);
      stream.acknowledge(stream.received());
      stream.await(7);
    }
  }

  @Test
  void no_more_bytes_are_out_than_the_stream_allows() {
    notOn(EMULATOR, "it sends as many as it likes");
    String kilobyte = "x".repeat(1_000);
    client.publish(topic, "", kilobyte, kilobyte, kilobyte, kilobyte, kilobyte);
    try (Stream stream =
        Stream.open(client, subscription, request -> request.setMaxOutstandingBytes(1_500))) {
      assertThat(stream.await(2)).hasSize(2);
      stream.acknowledge(stream.received());
      assertThat(stream.await(4)).hasSize(4);
    }
  }

  @Test
  void a_message_is_given_back_over_the_stream_and_kept_over_the_stream() {
    client.publish(topic, "", "back", "kept");
    try (Stream stream =
        Stream.open(client, subscription, request -> request.setStreamAckDeadlineSeconds(10))) {
      List<ReceivedMessage> both = stream.await(2);
      StreamingPullRequest.Builder request = StreamingPullRequest.newBuilder();
      both.forEach(
          message ->
              request
                  .addModifyDeadlineAckIds(message.getAckId())
                  .addModifyDeadlineSeconds(text(message).equals("back") ? 0 : 600));
      stream.send(request);

      assertThat(text(stream.await(3).get(2))).isEqualTo("back");
    }
  }

  @Test
  void what_a_stream_that_ends_has_not_acknowledged_comes_again_to_others() {
    notOn(EMULATOR, "no call may change the deadline of what went over a stream");
    client.publish(topic, "key", "a", "b");
    try (Stream stream = Stream.open(client, subscription)) {
      List<ReceivedMessage> both = stream.await(2);
      client.changeDeadline(subscription, 1, both.get(0));
    }

    assertThat(client.drainUntil(subscription, "a", "b")).containsExactly("a", "b");
  }

  @Test
  void a_stream_says_what_kind_of_subscription_it_is() {
    client.publish(topic, "", "a");
    try (Stream stream = Stream.open(client, subscription)) {
      stream.await(1);
      var properties =
          stream.responses().get(stream.responses().size() - 1).getSubscriptionProperties();
      assertThat(properties.getMessageOrderingEnabled()).isTrue();
      assertThat(properties.getExactlyOnceDeliveryEnabled()).isFalse();
    }
  }

  @Test
  void a_stream_of_a_missing_subscription_ends() {
    try (Stream stream = Stream.open(client, client.name("subscriptions"))) {
      assertThat(stream.awaitEnd().getCode()).isEqualTo(Status.Code.NOT_FOUND);
    }
  }

  @Test
  void a_stream_ends_with_its_subscription() {
    client.publish(topic, "", "a");
    try (Stream stream = Stream.open(client, subscription)) {
      stream.await(1);

      client
          .subscriptions()
          .deleteSubscription(
              DeleteSubscriptionRequest.newBuilder().setSubscription(subscription).build());

      assertThat(stream.awaitEnd().getCode()).isEqualTo(Status.Code.NOT_FOUND);
    }
  }

  @Test
  void a_stream_with_a_deadline_outside_of_the_limits_ends() {
    for (int seconds : new int[] {9, 601}) {
      try (Stream stream =
          Stream.open(
              client, subscription, request -> request.setStreamAckDeadlineSeconds(seconds))) {
        assertThat(stream.awaitEnd().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
      }
    }
  }

  @Test
  void only_the_first_request_of_a_stream_names_the_subscription() {
    try (Stream stream = Stream.open(client, subscription)) {
      stream.send(StreamingPullRequest.newBuilder().setSubscription(subscription));

      assertThat(stream.awaitEnd().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    }
  }
}
