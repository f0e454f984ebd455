package com.cottonerp.pubsub.broker;

import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.FieldMaskUtil;
import com.google.pubsub.v1.DeadLetterPolicy;
import com.google.pubsub.v1.ExpirationPolicy;
import com.google.pubsub.v1.PushConfig;
import com.google.pubsub.v1.RetryPolicy;
import com.google.pubsub.v1.Subscription;
import com.google.pubsub.v1.Topic;
import java.util.Set;

/** The valid settings of topics and subscriptions, and their defaults. */
final class SubscriptionRules {
  static final int DEFAULT_ACK_DEADLINE = 10;
  static final int LONGEST_ACK_DEADLINE = 600;

  private static final int DEFAULT_ATTEMPTS = 5;
  private static final int MOST_ATTEMPTS = 100;
  private static final Duration WEEK = Durations.fromDays(7);
  private static final Duration MONTH = Durations.fromDays(31);
  private static final Duration SHORTEST_RETENTION = Durations.fromMinutes(10);
  private static final Duration LONGEST_BACKOFF = Durations.fromSeconds(600);
  private static final FieldMaskUtil.MergeOptions REPLACE =
      new FieldMaskUtil.MergeOptions()
          .setReplaceMessageFields(true)
          .setReplacePrimitiveFields(true)
          .setReplaceRepeatedFields(true);
  private static final Set<String> UPDATABLE =
      Set.of(
          "ack_deadline_seconds",
          "push_config",
          "retain_acked_messages",
          "message_retention_duration",
          "labels",
          "expiration_policy",
          "dead_letter_policy",
          "retry_policy",
          "enable_exactly_once_delivery");
  private static final Set<String> TOPIC_UPDATABLE =
      Set.of("labels", "message_retention_duration", "message_storage_policy", "kms_key_name");

  private SubscriptionRules() {}

  /** Returns the settings with defaults, or refuses. */
  static Subscription complete(Subscription given) {
    checkDeliveredByPull(given);
    Filter.parse(given.getFilter());
    Subscription.Builder complete = given.toBuilder().setState(Subscription.State.ACTIVE);
    if (given.getAckDeadlineSeconds() == 0) {
      complete.setAckDeadlineSeconds(DEFAULT_ACK_DEADLINE);
    }
    checkAckDeadline(complete.getAckDeadlineSeconds());
    if (!given.hasMessageRetentionDuration()) {
      complete.setMessageRetentionDuration(WEEK);
    }
    checkRetention(complete.getMessageRetentionDuration());
    if (!given.hasExpirationPolicy()) {
      complete.setExpirationPolicy(ExpirationPolicy.newBuilder().setTtl(MONTH));
    }
    if (given.hasRetryPolicy()) {
      complete.setRetryPolicy(complete(given.getRetryPolicy()));
    }
    if (given.hasDeadLetterPolicy()) {
      complete.setDeadLetterPolicy(complete(given.getDeadLetterPolicy()));
    }
    return complete.build();
  }

  private static void checkDeliveredByPull(Subscription given) {
    if (!given.getPushConfig().equals(PushConfig.getDefaultInstance())) {
      throw Refusals.unimplemented("push_config");
    }
    if (given.hasBigqueryConfig() || given.hasCloudStorageConfig()) {
      throw Refusals.unimplemented("bigquery_config, cloud_storage_config");
    }
    if (given.getMessageTransformsCount() > 0) {
      throw Refusals.unimplemented("message_transforms");
    }
  }

  static void checkAckDeadline(int seconds) {
    if (seconds < DEFAULT_ACK_DEADLINE || seconds > LONGEST_ACK_DEADLINE) {
      throw Refusals.invalid(
          "Invalid ack deadline given (ack_deadline_secs=%d). The value must be between %d and %d",
          seconds, DEFAULT_ACK_DEADLINE, LONGEST_ACK_DEADLINE);
    }
  }

  private static void checkRetention(Duration retention) {
    if (shorter(retention, SHORTEST_RETENTION) || shorter(MONTH, retention)) {
      throw Refusals.invalid("The message retention is between 10 minutes and 31 days");
    }
  }

  private static RetryPolicy complete(RetryPolicy given) {
    RetryPolicy.Builder complete = given.toBuilder();
    if (!given.hasMinimumBackoff()) {
      complete.setMinimumBackoff(Durations.fromSeconds(10));
    }
    if (!given.hasMaximumBackoff()) {
      complete.setMaximumBackoff(LONGEST_BACKOFF);
    }
    if (Durations.isNegative(complete.getMinimumBackoff())
        || shorter(LONGEST_BACKOFF, complete.getMaximumBackoff())
        || shorter(complete.getMaximumBackoff(), complete.getMinimumBackoff())) {
      throw Refusals.invalid(
          "The back-offs are between 0 and 600 seconds, the maximum not below the minimum");
    }
    return complete.build();
  }

  private static DeadLetterPolicy complete(DeadLetterPolicy given) {
    int attempts =
        given.getMaxDeliveryAttempts() == 0 ? DEFAULT_ATTEMPTS : given.getMaxDeliveryAttempts();
    if (attempts < DEFAULT_ATTEMPTS || attempts > MOST_ATTEMPTS) {
      throw Refusals.invalid("max_delivery_attempts is between 5 and 100, not %d", attempts);
    }
    Names.check(given.getDeadLetterTopic(), "topics");
    return given.toBuilder().setMaxDeliveryAttempts(attempts).build();
  }

  /** Returns the settings of a topic with defaults, or refuses. */
  static Topic complete(Topic given) {
    if (given.hasSchemaSettings() || given.hasIngestionDataSourceSettings()) {
      throw Refusals.unimplemented("schema_settings, ingestion_data_source_settings");
    }
    if (given.hasMessageRetentionDuration()) {
      checkRetention(given.getMessageRetentionDuration());
    }
    return given.toBuilder().setState(Topic.State.ACTIVE).build();
  }

  /** Returns the settings after a permitted update, or refuses. */
  static Subscription updated(Subscription before, Subscription given, FieldMask mask) {
    checkMask(mask, UPDATABLE, FieldMaskUtil.isValid(Subscription.class, mask));
    Subscription.Builder after = before.toBuilder();
    FieldMaskUtil.merge(mask, given, after, REPLACE);
    return complete(after.build());
  }

  static Topic updated(Topic before, Topic given, FieldMask mask) {
    checkMask(mask, TOPIC_UPDATABLE, FieldMaskUtil.isValid(Topic.class, mask));
    Topic.Builder after = before.toBuilder();
    FieldMaskUtil.merge(mask, given, after, REPLACE);
    return complete(after.build());
  }

  private static void checkMask(FieldMask mask, Set<String> updatable, boolean known) {
    if (mask.getPathsCount() == 0 || !known) {
      throw Refusals.invalid("The update_mask must name fields: %s", mask.getPathsList());
    }
    for (String path : mask.getPathsList()) {
      if (!updatable.contains(path.split("\\.")[0])) {
        throw Refusals.invalid("The field %s cannot be changed", path);
      }
    }
  }

  private static boolean shorter(Duration one, Duration other) {
    return Durations.compare(one, other) < 0;
  }
}
