package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.eventing.topology.Topology;
import com.cottonerp.system.testkit.Broker;
import com.cottonerp.system.testkit.TestSystem;
import com.google.pubsub.v1.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the services provision on one machine is what the list of topics and subscriptions says. */
@ExtendWith(TestSystem.Shared.class)
class ProvisionedTopologySystemTest {
  private final TestSystem system;

  ProvisionedTopologySystemTest(TestSystem system) {
    this.system = system;
  }

  @Test
  void every_subscription_of_the_list_is_there_as_it_says_with_one_for_its_dead_letters() {
    Topology topology = Topology.load();
    var defaults = topology.subscriptionDefaults();
    try (Broker broker = system.broker()) {
      for (Topology.Topic topic : topology.topics()) {
        for (String name : topic.subscriptions()) {
          Subscription subscription = broker.subscription(name);
          assertThat(subscription.getTopic()).endsWith("/topics/" + topic.name());
          assertThat(subscription.getEnableMessageOrdering()).isEqualTo(defaults.messageOrdering());
          assertThat(subscription.getAckDeadlineSeconds()).isEqualTo(defaults.ackDeadlineSeconds());
          assertThat(subscription.getRetryPolicy().getMaximumBackoff().getSeconds() + "s")
              .isEqualTo(defaults.retryPolicy().maximumBackoff());
          assertThat(broker.subscription(name + ".dead-letter").getTopic())
              .endsWith("/topics/" + name + ".dead-letter");
        }
      }
    }
  }
}
