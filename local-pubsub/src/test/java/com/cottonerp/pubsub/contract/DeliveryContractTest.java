package com.cottonerp.pubsub.contract;

import static com.cottonerp.pubsub.testkit.Client.text;
import static com.cottonerp.pubsub.testkit.Client.texts;
import static com.cottonerp.pubsub.testkit.Endpoint.Kind.EMULATOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.pubsub.testkit.Endpoint;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.util.Durations;
import com.google.pubsub.v1.DeadLetterPolicy;
import com.google.pubsub.v1.PullRequest;
import com.google.pubsub.v1.PullResponse;
import com.google.pubsub.v1.ReceivedMessage;
import com.google.pubsub.v1.RetryPolicy;
import com.google.pubsub.v1.SubscriberGrpc;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class DeliveryContractTest extends Contract {
  private final String topic = client.topic();

  DeliveryContractTest(Endpoint endpoint) {
    super(endpoint);
  }

  @Test
  void every_subscription_gets_what_is_published_after_its_creation() {
    client.publish(topic, "", "before");
    String one = client.subscription(topic);
    String other = client.subscription(topic);

    client.publish(topic, "", "after");

    assertThat(texts(client.pull(one, 1))).containsExactly("after");
    assertThat(texts(client.pull(other, 1))).containsExactly("after");
  }

  @Test
  void a_pull_brings_no_more_than_it_asks_for() {
    String subscription = client.subscription(topic);
    client.publish(topic, "", "a", "b", "c");

    assertThat(client.pullNow(subscription, 2)).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void a_pull_that_waits_is_answered_when_something_is_published()
      throws ExecutionException, InterruptedException, TimeoutException {
    String subscription = client.subscription(topic);
    ListenableFuture<PullResponse> waiting =
        SubscriberGrpc.newFutureStub(endpoint.channel())
            .pull(
                PullRequest.newBuilder().setSubscription(subscription).setMaxMessages(10).build());

    client.publish(topic, "", "now");

    assertThat(texts(waiting.get(40, TimeUnit.SECONDS).getReceivedMessagesList()))
        .containsExactly("now");
  }

  @Test
  void a_pull_that_must_not_wait_is_answered_with_nothing() {
    assertThat(client.pullNow(client.subscription(topic), 10)).isEmpty();
  }

  @Test
  void a_pull_that_was_cancelled_takes_no_messages() {
    notOn(EMULATOR, "it answers a pull that waits with nothing, after a short while");
    String subscription = client.subscription(topic);
    PullRequest request =
        PullRequest.newBuilder().setSubscription(subscription).setMaxMessages(10).build();
    assertRefused(
        Status.Code.DEADLINE_EXCEEDED,
        () ->
            SubscriberGrpc.newBlockingStub(endpoint.channel())
                .withDeadlineAfter(300, TimeUnit.MILLISECONDS)
                .pull(request));

    client.publish(topic, "", "later");

    assertThat(texts(client.pull(subscription, 1))).containsExactly("later");
  }

  @Test
  void a_message_that_is_acknowledged_does_not_come_again() {
    String subscription = client.subscription(topic);
    client.publish(topic, "", "done");
    client.acknowledge(subscription, client.pull(subscription, 1));

    client.publish(topic, "", "next");

    assertThat(client.drainUntil(subscription, "next")).containsExactly("next");
  }

  @Test
  void a_message_that_is_given_back_comes_again() {
    String subscription = client.subscription(topic);
    client.publish(topic, "", "again");
    ReceivedMessage first = client.pull(subscription, 1).get(0);

    client.giveBack(subscription, first);

    ReceivedMessage second = client.pull(subscription, 1).get(0);
    assertThat(second.getMessage()).isEqualTo(first.getMessage());
    assertThat(second.getAckId()).isNotEqualTo(first.getAckId());
  }

  @Test
  void a_message_that_is_not_acknowledged_in_time_comes_again() {
    String subscription = client.subscription(topic);
    client.publish(topic, "", "again");
    ReceivedMessage first = client.pull(subscription, 1).get(0);

    client.changeDeadline(subscription, 1, first);

    assertThat(text(client.pull(subscription, 1).get(0))).isEqualTo("again");
  }

  @Test
  void a_message_stays_with_its_client_while_the_deadline_is_extended() {
    String subscription = client.subscription(topic);
    client.publish(topic, "", "kept", "dropped");
    ReceivedMessage[] both = client.pull(subscription, 2).toArray(ReceivedMessage[]::new);
    client.changeDeadline(subscription, 1, both);

    ReceivedMessage kept = text(both[0]).equals("kept") ? both[0] : both[1];
    client.changeDeadline(subscription, 60, kept);

    // The message that comes again shows that both deadlines have passed.
    assertThat(texts(client.pull(subscription, 1))).containsExactly("dropped");
  }

  @Test
  void a_deadline_is_at_most_ten_minutes() {
    notOn(EMULATOR, "it takes any deadline");
    String subscription = client.subscription(topic);
    client.publish(topic, "", "a");
    ReceivedMessage message = client.pull(subscription, 1).get(0);

    for (int seconds : new int[] {-1, 601}) {
      assertRefused(
          Status.Code.INVALID_ARGUMENT,
          () -> client.changeDeadline(subscription, seconds, message));
    }
  }

  @Test
  void an_acknowledgement_that_comes_twice_is_accepted_but_nonsense_is_not() {
    String subscription = client.subscription(topic);
    client.publish(topic, "", "a");
    List<ReceivedMessage> messages = client.pull(subscription, 1);

    client.acknowledge(subscription, messages);
    client.acknowledge(subscription, messages);

    assertRefused(
        Status.Code.INVALID_ARGUMENT, () -> client.acknowledgeIds(subscription, List.of()));
    assertRefused(
        Status.Code.INVALID_ARGUMENT, () -> client.acknowledgeIds(subscription, List.of("no id")));
  }

  @Test
  void a_message_that_is_given_back_waits_as_long_as_the_retry_policy_says() {
    notOn(EMULATOR, "it knows no retry policy");
    String subscription =
        client.subscription(
            topic,
            settings ->
                settings.setRetryPolicy(
                    RetryPolicy.newBuilder()
                        .setMinimumBackoff(Durations.fromSeconds(1))
                        .setMaximumBackoff(Durations.fromSeconds(60))));
    client.publish(topic, "", "patient");

    for (int failures = 1; failures <= 2; failures++) {
      client.giveBack(subscription, client.pull(subscription, 1).get(0));
      long givenBack = System.nanoTime();
      ReceivedMessage again = client.pull(subscription, 1).get(0);
      // The delay is one second after the first failure and four seconds after the third.
      assertThat(Duration.ofNanos(System.nanoTime() - givenBack))
          .isGreaterThan(Duration.ofMillis(failures == 1 ? 900 : 3_900));
      client.giveBack(subscription, again);
    }
  }

  @Test
  void a_message_that_is_given_back_too_often_goes_to_the_dead_letter_topic() {
    notOn(EMULATOR, "it forwards no dead letters");
    String deadLetterTopic = client.topic();
    String deadLetters = client.subscription(deadLetterTopic);
    String subscription =
        client.subscription(
            topic,
            settings ->
                settings
                    .setEnableMessageOrdering(true)
                    .setDeadLetterPolicy(
                        DeadLetterPolicy.newBuilder()
                            .setDeadLetterTopic(deadLetterTopic)
                            .setMaxDeliveryAttempts(5)));
    client.publish(topic, "key", "poison", "next");

    for (int attempt = 1; attempt <= 5; attempt++) {
      ReceivedMessage message = client.pull(subscription, 1).get(0);
      assertThat(text(message)).isEqualTo("poison");
      assertThat(message.getDeliveryAttempt()).isEqualTo(attempt);
      client.giveBack(subscription, message);
    }

    assertThat(client.drainUntil(subscription, "next")).containsExactly("next");
    var dead = client.pull(deadLetters, 1).get(0).getMessage();
    assertThat(dead.getData().toStringUtf8()).isEqualTo("poison");
    assertThat(dead.getOrderingKey()).isEqualTo("key");
    assertThat(dead.getAttributesMap())
        .containsAllEntriesOf(
            Map.of(
                "CloudPubSubDeadLetterSourceDeliveryCount", "5",
                "CloudPubSubDeadLetterSourceSubscription",
                    subscription.substring(subscription.lastIndexOf('/') + 1),
                "CloudPubSubDeadLetterSourceSubscriptionProject", endpoint.project()))
        .containsKey("CloudPubSubDeadLetterSourceTopicPublishTime");
  }
}
