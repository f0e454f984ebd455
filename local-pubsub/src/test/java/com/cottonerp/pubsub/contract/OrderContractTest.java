package com.cottonerp.pubsub.contract;

import static com.cottonerp.pubsub.testkit.Client.text;
import static com.cottonerp.pubsub.testkit.Client.texts;
import static com.cottonerp.pubsub.testkit.Endpoint.Kind.EMULATOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.pubsub.testkit.Endpoint;
import com.google.pubsub.v1.ReceivedMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderContractTest extends Contract {
  private final String topic = client.topic();
  private final String subscription =
      client.subscription(topic, settings -> settings.setEnableMessageOrdering(true));

  OrderContractTest(Endpoint endpoint) {
    super(endpoint);
  }

  @Test
  void the_messages_of_a_key_come_in_the_order_of_their_publication() {
    Map<String, List<String>> published = new HashMap<>();
    for (int i = 0; i < 60; i++) {
      String key = "key-" + i % 3;
      String[] two = {"a" + i, "b" + i};
      client.publish(topic, key, two);
      published.computeIfAbsent(key, k -> new ArrayList<>()).addAll(List.of(two));
    }

    Map<String, List<String>> received = new HashMap<>();
    for (int left = 120; left > 0; ) {
      List<ReceivedMessage> messages = client.pull(subscription, 1);
      messages.forEach(
          message ->
              received
                  .computeIfAbsent(message.getMessage().getOrderingKey(), k -> new ArrayList<>())
                  .add(text(message)));
      client.acknowledge(subscription, messages);
      left -= messages.size();
    }
    assertThat(received).isEqualTo(published);
  }

  @Test
  void the_next_message_of_a_key_waits_until_the_one_before_is_acknowledged() {
    client.publish(topic, "key", "first", "second");
    List<ReceivedMessage> first = client.pull(subscription, 1);

    client.publish(topic, "other", "marker");
    assertThat(texts(client.pull(subscription, 1))).containsExactly("marker");
    assertThat(client.pullNow(subscription, 1)).isEmpty();

    client.acknowledge(subscription, first);
    assertThat(texts(client.pull(subscription, 1))).containsExactly("second");
  }

  @Test
  void one_response_may_have_several_messages_of_a_key_in_order() {
    String[] texts = IntStream.range(0, 20).mapToObj(i -> "m" + i).toArray(String[]::new);
    client.publish(topic, "key", texts);

    assertThat(client.drainUntil(subscription, "m19")).containsExactly(texts);
  }

  @Test
  void with_a_message_that_is_given_back_come_all_later_ones_of_its_key() {
    notOn(EMULATOR, "what was acknowledged comes again before what was given back");
    client.publish(topic, "key", "a", "b", "c");
    List<ReceivedMessage> all = client.pull(subscription, 3);
    assertThat(texts(all)).containsExactly("a", "b", "c");

    client.acknowledge(subscription, all.subList(2, 3));
    client.acknowledge(subscription, all.subList(0, 1));
    client.giveBack(subscription, all.get(1));

    assertThat(texts(client.pull(subscription, 2))).containsExactly("b", "c");
  }

  @Test
  void with_a_message_that_is_too_late_come_all_later_ones_of_its_key() {
    client.publish(topic, "key", "a", "b", "c");
    List<ReceivedMessage> all = client.pull(subscription, 3);

    client.changeDeadline(subscription, 1, all.get(0));

    assertThat(texts(client.pull(subscription, 3))).containsExactly("a", "b", "c");
    // The acknowledgement of the first delivery does not count for the second delivery.
    client.publish(topic, "key", "d");
    assertThat(client.pullNow(subscription, 1)).isEmpty();
  }

  @Test
  void a_key_that_waits_holds_up_no_other_key_and_nothing_without_a_key() {
    client.publish(topic, "stuck", "first");
    client.pull(subscription, 1);

    client.publish(topic, "other", "x");
    client.publish(topic, "", "y");

    assertThat(client.drainUntil(subscription, "x", "y")).containsExactlyInAnyOrder("x", "y");
  }
}
