package com.cottonerp.eventing.topology;

import com.cottonerp.eventing.topology.Topology.SubscriptionDefaults;
import com.google.api.gax.rpc.AlreadyExistsException;
import com.google.cloud.pubsub.v1.SubscriptionAdminClient;
import com.google.cloud.pubsub.v1.TopicAdminClient;
import com.google.protobuf.Duration;
import com.google.pubsub.v1.DeadLetterPolicy;
import com.google.pubsub.v1.RetryPolicy;
import com.google.pubsub.v1.Subscription;
import com.google.pubsub.v1.SubscriptionName;
import com.google.pubsub.v1.TopicName;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Creates the topology where that is the program's job: on a machine with the emulator, which
 * forgets everything when it stops. In a cluster the infrastructure code does it and {@code
 * pubsub.provision} stays false. Idempotent; blocks, so call it on a worker thread.
 */
@ApplicationScoped
public class TopologyProvisioning {
  private static final Logger LOG = Logger.getLogger(TopologyProvisioning.class);

  private final TopicAdminClient topics;
  private final SubscriptionAdminClient subscriptions;
  private final String project;
  private final boolean enabled;

  TopologyProvisioning(
      TopicAdminClient topics,
      SubscriptionAdminClient subscriptions,
      @ConfigProperty(name = "quarkus.google.cloud.project-id") String project,
      @ConfigProperty(name = "pubsub.provision", defaultValue = "false") boolean enabled) {
    this.topics = topics;
    this.subscriptions = subscriptions;
    this.project = project;
    this.enabled = enabled;
  }

  public boolean isEnabled() {
    return enabled;
  }

  /** Creates what is missing. */
  public void provision() {
    if (!enabled) {
      return;
    }
    Topology topology = Topology.load();
    for (Topology.Topic topic : topology.topics()) {
      topic(topic.name());
      topic.subscriptions().forEach(name -> subscription(topology, topic.name(), name));
    }
    LOG.infof("Topics and subscriptions of project %s are in place", project);
  }

  private void topic(String name) {
    try {
      topics.createTopic(TopicName.of(project, name));
    } catch (AlreadyExistsException fine) {
      LOG.tracef("Topic %s exists", name);
    }
  }

  private void subscription(Topology topology, String topic, String name) {
    String deadLetterTopic = Topology.deadLetterTopic(name);
    topic(deadLetterTopic);
    // Of the same name as its topic: without a subscription a dead letter would be lost.
    create(
        Subscription.newBuilder()
            .setName(SubscriptionName.format(project, deadLetterTopic))
            .setTopic(TopicName.format(project, deadLetterTopic))
            .build());
    create(subscription(topology.subscriptionDefaults(), topic, name, deadLetterTopic));
  }

  private void create(Subscription subscription) {
    try {
      subscriptions.createSubscription(subscription);
    } catch (AlreadyExistsException fine) {
      LOG.tracef("Subscription %s exists", subscription.getName());
    }
  }

  private Subscription subscription(
      SubscriptionDefaults defaults, String topic, String name, String deadLetterTopic) {
    return Subscription.newBuilder()
        .setName(SubscriptionName.format(project, name))
        .setTopic(TopicName.format(project, topic))
        .setAckDeadlineSeconds(defaults.ackDeadlineSeconds())
        .setEnableMessageOrdering(defaults.messageOrdering())
        .setRetryPolicy(
            RetryPolicy.newBuilder()
                .setMinimumBackoff(seconds(defaults.retryPolicy().minimumBackoff()))
                .setMaximumBackoff(seconds(defaults.retryPolicy().maximumBackoff())))
        .setDeadLetterPolicy(
            DeadLetterPolicy.newBuilder()
                .setDeadLetterTopic(TopicName.format(project, deadLetterTopic))
                .setMaxDeliveryAttempts(defaults.maxDeliveryAttempts()))
        .build();
  }

  private static Duration seconds(String text) {
    return Duration.newBuilder()
        .setSeconds(Long.parseLong(text.substring(0, text.length() - 1)))
        .build();
  }
}
