package com.cottonerp.pubsub.broker;

import com.cottonerp.pubsub.journal.RecordType;
import com.google.protobuf.Empty;
import com.google.pubsub.v1.AcknowledgeRequest;
import com.google.pubsub.v1.DeleteSubscriptionRequest;
import com.google.pubsub.v1.GetSubscriptionRequest;
import com.google.pubsub.v1.ListSubscriptionsRequest;
import com.google.pubsub.v1.ListSubscriptionsResponse;
import com.google.pubsub.v1.ModifyPushConfigRequest;
import com.google.pubsub.v1.PushConfig;
import com.google.pubsub.v1.SeekRequest;
import com.google.pubsub.v1.SeekResponse;
import com.google.pubsub.v1.Subscription;
import com.google.pubsub.v1.UpdateSubscriptionRequest;
import java.util.ArrayList;
import java.util.List;

/** The calls of a subscriber. Refuses as the service does. On the loop only. */
public final class Subscriptions {
  private final State state;

  Subscriptions(State state) {
    this.state = state;
  }

  public Subscription create(Subscription given) {
    Names.check(given.getName(), "subscriptions");
    if (state.subscriptions.containsKey(given.getName())) {
      throw Refusals.exists(given.getName());
    }
    state.topic(given.getTopic());
    Subscription settings = SubscriptionRules.complete(given);
    state.record(RecordType.SUBSCRIPTION, settings);
    state.putSubscription(settings);
    return settings;
  }

  public Subscription get(GetSubscriptionRequest request) {
    return settings(request.getSubscription());
  }

  /** The current settings of a subscription; refuses when the subscription does not exist. */
  public Subscription settings(String name) {
    return state.subscription(name).settings();
  }

  public Subscription update(UpdateSubscriptionRequest request) {
    Subscription before = settings(request.getSubscription().getName());
    Subscription after =
        SubscriptionRules.updated(before, request.getSubscription(), request.getUpdateMask());
    state.record(RecordType.SUBSCRIPTION, after);
    state.putSubscription(after);
    return after;
  }

  public Empty delete(DeleteSubscriptionRequest request) {
    state.subscription(request.getSubscription());
    state.record(RecordType.SUBSCRIPTION_DELETED, request);
    state.deleteSubscription(request.getSubscription());
    return Empty.getDefaultInstance();
  }

  public ListSubscriptionsResponse list(ListSubscriptionsRequest request) {
    Page<SubscriptionState> page =
        Page.of(
            state.subscriptions,
            request.getPageToken(),
            request.getPageSize(),
            name -> name.startsWith(request.getProject() + "/"));
    return ListSubscriptionsResponse.newBuilder()
        .addAllSubscriptions(page.items().stream().map(SubscriptionState::settings).toList())
        .setNextPageToken(page.nextToken())
        .build();
  }

  public Empty modifyPushConfig(ModifyPushConfigRequest request) {
    state.subscription(request.getSubscription());
    if (!request.getPushConfig().equals(PushConfig.getDefaultInstance())) {
      throw Refusals.unimplemented("push_config");
    }
    return Empty.getDefaultInstance();
  }

  public SeekResponse seek(SeekRequest request) {
    SubscriptionState subscription = state.subscription(request.getSubscription());
    if (request.hasSnapshot()) {
      SnapshotState snapshot = state.snapshot(request.getSnapshot());
      if (!snapshot.settings().getTopic().equals(subscription.settings().getTopic())) {
        throw Refusals.failedPrecondition("The snapshot belongs to another topic");
      }
    } else if (!request.hasTime()) {
      throw Refusals.invalid("A seek has a time or a snapshot");
    }
    state.record(RecordType.SOUGHT, request);
    Seeking.apply(state, request);
    return SeekResponse.getDefaultInstance();
  }

  /** Delivers messages to the consumer until the consumer is closed; waiting messages at once. */
  public void attach(String subscription, Consumer consumer) {
    state.subscription(subscription).attach(consumer);
  }

  /** Closes the consumer. Its outstanding messages stay leased until their deadline. */
  public void detach(String subscription, Consumer consumer) {
    SubscriptionState attached = state.subscriptions.get(subscription);
    if (attached == null) {
      consumer.close();
    } else {
      attached.detach(consumer);
    }
  }

  /** Tells the subscription that a full consumer has room again. */
  public void wake(String subscription) {
    SubscriptionState attached = state.subscriptions.get(subscription);
    if (attached != null) {
      attached.wake();
    }
  }

  /**
   * Acknowledges the messages of these ids. The acknowledgement is on disk when this returns.
   *
   * @return the ids that are not valid any more; their messages come again
   */
  public List<String> acknowledge(String subscription, List<String> ackIds) {
    SubscriptionState state = this.state.subscription(subscription);
    List<String> invalid = new ArrayList<>();
    List<Delivery> found = find(state, ackIds, invalid);
    if (found.isEmpty() || this.state.faults.losesAcknowledgement()) {
      return invalid;
    }
    AcknowledgeRequest.Builder acknowledged =
        AcknowledgeRequest.newBuilder().setSubscription(subscription);
    found.forEach(delivery -> acknowledged.addAckIds(delivery.message.content().getMessageId()));
    this.state.record(RecordType.ACKNOWLEDGED, acknowledged.build());
    state.acknowledge(found);
    return invalid;
  }

  /**
   * Sets the deadline of these messages to so many seconds from now.
   *
   * @param seconds 0 gives the messages back for redelivery
   * @return the ids that are not valid any more
   */
  public List<String> modifyAckDeadline(String subscription, List<String> ackIds, int seconds) {
    if (seconds < 0 || seconds > SubscriptionRules.LONGEST_ACK_DEADLINE) {
      throw Refusals.invalid(
          "Invalid ack deadline given (ack_deadline_secs=%d). The value must be between 0 and %d",
          seconds, SubscriptionRules.LONGEST_ACK_DEADLINE);
    }
    SubscriptionState state = this.state.subscription(subscription);
    List<String> invalid = new ArrayList<>();
    for (Delivery delivery : find(state, ackIds, invalid)) {
      // A message that was given back may have taken later messages of its key along.
      if (delivery.isOut()) {
        state.changeDeadline(delivery, seconds);
      }
    }
    return invalid;
  }

  private static List<Delivery> find(
      SubscriptionState state, List<String> ackIds, List<String> invalid) {
    List<Delivery> found = new ArrayList<>(ackIds.size());
    for (String ackId : ackIds) {
      Delivery delivery = state.out(ackId);
      if (delivery != null) {
        found.add(delivery);
      } else if (Leases.isWellFormed(ackId)) {
        invalid.add(ackId);
      } else {
        throw Refusals.invalid(
            "You have passed an invalid ack ID to the service (ack_id=%s)", ackId);
      }
    }
    return found;
  }

  /** Refuses an ack deadline that is not allowed for a stream. */
  public static void checkAckDeadline(int seconds) {
    SubscriptionRules.checkAckDeadline(seconds);
  }
}
