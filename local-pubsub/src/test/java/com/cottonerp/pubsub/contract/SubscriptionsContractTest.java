package com.cottonerp.pubsub.contract;

import static com.cottonerp.pubsub.testkit.Endpoint.Kind.EMULATOR;
import static com.cottonerp.pubsub.testkit.Endpoint.Kind.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.pubsub.testkit.Endpoint;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.FieldMaskUtil;
import com.google.pubsub.v1.DeadLetterPolicy;
import com.google.pubsub.v1.DeleteSubscriptionRequest;
import com.google.pubsub.v1.DeleteTopicRequest;
import com.google.pubsub.v1.GetSubscriptionRequest;
import com.google.pubsub.v1.ListSubscriptionsRequest;
import com.google.pubsub.v1.ModifyPushConfigRequest;
import com.google.pubsub.v1.PullRequest;
import com.google.pubsub.v1.PushConfig;
import com.google.pubsub.v1.RetryPolicy;
import com.google.pubsub.v1.Subscription;
import com.google.pubsub.v1.UpdateSubscriptionRequest;
import io.grpc.Status;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SubscriptionsContractTest extends Contract {
  SubscriptionsContractTest(Endpoint endpoint) {
    super(endpoint);
  }

  @Test
  void a_subscription_is_there_from_its_creation_to_its_deletion() {
    String subscription = client.subscription(client.topic());

    assertThat(get(subscription).getName()).isEqualTo(subscription);
    assertThat(
            client
                .subscriptions()
                .listSubscriptions(
                    ListSubscriptionsRequest.newBuilder()
                        .setProject(client.project())
                        .setPageSize(1_000)
                        .build())
                .getSubscriptionsList())
        .extracting(Subscription::getName)
        .contains(subscription);

    delete(subscription);
    assertRefused(Status.Code.NOT_FOUND, () -> get(subscription));
    assertRefused(Status.Code.NOT_FOUND, () -> delete(subscription));
    assertRefused(Status.Code.NOT_FOUND, () -> client.pullNow(subscription, 1));
    assertRefused(Status.Code.NOT_FOUND, () -> client.acknowledgeIds(subscription, List.of("any")));
  }

  @Test
  void a_subscription_is_not_created_twice_and_not_to_a_missing_topic() {
    String topic = client.topic();
    Subscription existing = get(client.subscription(topic));

    assertRefused(
        Status.Code.ALREADY_EXISTS,
        () ->
            client
                .subscriptions()
                .createSubscription(
                    Subscription.newBuilder().setName(existing.getName()).setTopic(topic).build()));
    assertRefused(Status.Code.NOT_FOUND, () -> client.subscription(client.name("topics")));
  }

  @Test
  void what_is_not_said_has_the_defaults_of_the_service() {
    Subscription subscription = get(client.subscription(client.topic()));

    assertThat(subscription.getAckDeadlineSeconds()).isEqualTo(10);
    assertThat(subscription.getMessageRetentionDuration()).isEqualTo(Durations.fromDays(7));
    assertThat(subscription.getEnableMessageOrdering()).isFalse();
    assertThat(subscription.getEnableExactlyOnceDelivery()).isFalse();
  }

  @Test
  void settings_outside_of_their_limits_are_refused() {
    notOn(EMULATOR, "it takes any ack deadline");
    assertSettingsRefused(settings -> settings.setAckDeadlineSeconds(9));
    assertSettingsRefused(settings -> settings.setAckDeadlineSeconds(601));
    assertSettingsRefused(
        settings -> settings.setMessageRetentionDuration(Durations.fromMinutes(9)));
    assertSettingsRefused(settings -> settings.setMessageRetentionDuration(Durations.fromDays(32)));
  }

  @Test
  void policies_outside_of_their_limits_are_refused() {
    String topic = client.topic();
    for (int attempts : new int[] {4, 101}) {
      assertSettingsRefused(
          settings ->
              settings.setDeadLetterPolicy(
                  DeadLetterPolicy.newBuilder()
                      .setDeadLetterTopic(topic)
                      .setMaxDeliveryAttempts(attempts)));
    }
    assertSettingsRefused(
        settings ->
            settings.setRetryPolicy(
                RetryPolicy.newBuilder().setMaximumBackoff(Durations.fromSeconds(601))));
    assertSettingsRefused(
        settings ->
            settings.setRetryPolicy(
                RetryPolicy.newBuilder()
                    .setMinimumBackoff(Durations.fromSeconds(20))
                    .setMaximumBackoff(Durations.fromSeconds(10))));
  }

  private void assertSettingsRefused(UnaryOperator<Subscription.Builder> settings) {
    String topic = client.topic();
    assertRefused(
        () -> client.subscription(topic, settings),
        Status.Code.INVALID_ARGUMENT,
        Status.Code.OUT_OF_RANGE);
  }

  @Test
  void what_may_change_changes_by_an_update() {
    String subscription = client.subscription(client.topic());

    update(
        subscription,
        settings ->
            settings
                .setAckDeadlineSeconds(60)
                .setRetainAckedMessages(true)
                .setRetryPolicy(
                    RetryPolicy.newBuilder()
                        .setMinimumBackoff(Durations.fromSeconds(1))
                        .setMaximumBackoff(Durations.fromSeconds(60))),
        "ack_deadline_seconds",
        "retain_acked_messages",
        "retry_policy");

    Subscription changed = get(subscription);
    assertThat(changed.getAckDeadlineSeconds()).isEqualTo(60);
    assertThat(changed.getRetainAckedMessages()).isTrue();
    assertThat(changed.getRetryPolicy().getMinimumBackoff()).isEqualTo(Durations.fromSeconds(1));
  }

  @Test
  void filter_order_and_topic_do_not_change() {
    String subscription = client.subscription(client.topic());

    for (String field : List.of("filter", "enable_message_ordering", "topic", "name")) {
      assertRefused(
          Status.Code.INVALID_ARGUMENT,
          () ->
              update(
                  subscription,
                  settings ->
                      settings
                          .setFilter("attributes:a")
                          .setEnableMessageOrdering(true)
                          .setTopic(client.topic()),
                  field));
    }
    assertRefused(Status.Code.INVALID_ARGUMENT, () -> update(subscription, settings -> settings));
  }

  @Test
  void a_subscription_outlives_its_topic_with_what_it_has() {
    String topic = client.topic();
    String subscription = client.subscription(topic);
    client.publish(topic, "", "before");

    client.topics().deleteTopic(DeleteTopicRequest.newBuilder().setTopic(topic).build());

    assertThat(get(subscription).getTopic()).isEqualTo("_deleted-topic_");
    assertThat(client.drainUntil(subscription, "before")).containsExactly("before");
  }

  @Test
  void a_subscription_to_push_is_not_for_the_local_server() {
    notOn(EMULATOR, "it pushes");
    notOn(SERVICE, "it pushes");
    String subscription = client.subscription(client.topic());
    PushConfig push = PushConfig.newBuilder().setPushEndpoint("https://example.com").build();

    assertRefused(
        Status.Code.UNIMPLEMENTED,
        () -> client.subscription(client.topic(), settings -> settings.setPushConfig(push)));
    assertRefused(Status.Code.UNIMPLEMENTED, () -> modifyPush(subscription, push));
    modifyPush(subscription, PushConfig.getDefaultInstance());
  }

  private void modifyPush(String subscription, PushConfig config) {
    client
        .subscriptions()
        .modifyPushConfig(
            ModifyPushConfigRequest.newBuilder()
                .setSubscription(subscription)
                .setPushConfig(config)
                .build());
  }

  @Test
  void a_pull_of_no_messages_is_refused() {
    String subscription = client.subscription(client.topic());

    assertRefused(
        Status.Code.INVALID_ARGUMENT,
        () ->
            client
                .subscriptions()
                .pull(PullRequest.newBuilder().setSubscription(subscription).build()));
  }

  private Subscription get(String subscription) {
    return client
        .subscriptions()
        .getSubscription(GetSubscriptionRequest.newBuilder().setSubscription(subscription).build());
  }

  private void delete(String subscription) {
    client
        .subscriptions()
        .deleteSubscription(
            DeleteSubscriptionRequest.newBuilder().setSubscription(subscription).build());
  }

  private void update(
      String subscription, UnaryOperator<Subscription.Builder> change, String... fields) {
    client
        .subscriptions()
        .updateSubscription(
            UpdateSubscriptionRequest.newBuilder()
                .setSubscription(change.apply(Subscription.newBuilder().setName(subscription)))
                .setUpdateMask(FieldMaskUtil.fromStringList(List.of(fields)))
                .build());
  }
}
