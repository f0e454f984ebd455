package com.cottonerp.pubsub.contract;

import static com.cottonerp.pubsub.testkit.Client.ackIds;
import static com.cottonerp.pubsub.testkit.Endpoint.Kind.EMULATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.cottonerp.pubsub.testkit.Client;
import com.cottonerp.pubsub.testkit.Endpoint;
import com.cottonerp.pubsub.testkit.Stream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.pubsub.v1.ReceivedMessage;
import com.google.pubsub.v1.StreamingPullRequest;
import com.google.pubsub.v1.StreamingPullResponse;
import com.google.rpc.ErrorInfo;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ExactlyOnceContractTest extends Contract {
  private final String topic = client.topic();
  private final String subscription =
      client.subscription(
          topic,
          settings -> settings.setEnableExactlyOnceDelivery(true).setEnableMessageOrdering(true));

  ExactlyOnceContractTest(Endpoint endpoint) {
    super(endpoint);
  }

  @Test
  void an_acknowledgement_that_comes_too_late_fails_for_good()
      throws InvalidProtocolBufferException {
    client.publish(topic, "", "a");
    ReceivedMessage first = client.pull(subscription, 1).get(0);
    client.giveBack(subscription, first);
    ReceivedMessage second = client.pull(subscription, 1).get(0);

    assertThat(failuresOf(() -> client.acknowledge(subscription, List.of(first))))
        .isEqualTo(Map.of(first.getAckId(), "PERMANENT_FAILURE_INVALID_ACK_ID"));
    assertThat(failuresOf(() -> client.changeDeadline(subscription, 10, first)))
        .isEqualTo(Map.of(first.getAckId(), "PERMANENT_FAILURE_INVALID_ACK_ID"));
    client.acknowledge(subscription, List.of(second));
  }

  @Test
  void of_several_acknowledgements_only_the_late_ones_fail() throws InvalidProtocolBufferException {
    client.publish(topic, "", "late", "good");
    List<ReceivedMessage> both = client.pull(subscription, 2);
    client.giveBack(subscription, both.get(0));
    client.pull(subscription, 1);

    assertThat(failuresOf(() -> client.acknowledge(subscription, both)))
        .containsOnlyKeys(both.get(0).getAckId());
    assertThat(failuresOf(() -> client.acknowledge(subscription, both)))
        .containsOnlyKeys(ackIds(both).toArray(String[]::new));
  }

  private static Map<String, String> failuresOf(ThrowingCallable call)
      throws InvalidProtocolBufferException {
    Throwable failure = catchThrowable(call);
    return StatusProto.fromThrowable(failure)
        .getDetails(0)
        .unpack(ErrorInfo.class)
        .getMetadataMap();
  }

  @Test
  void a_stream_confirms_what_was_acknowledged_and_what_was_not() {
    notOn(EMULATOR, "its streams confirm nothing");
    client.publish(topic, "", "a");
    try (Stream stream = Stream.open(client, subscription)) {
      List<ReceivedMessage> messages = stream.await(1);
      stream.acknowledge(messages);
      awaitConfirmation(
          stream,
          response ->
              response
                  .getAcknowledgeConfirmation()
                  .getAckIdsList()
                  .contains(messages.get(0).getAckId()));

      stream.acknowledge(messages);
      awaitConfirmation(
          stream,
          response ->
              response
                  .getAcknowledgeConfirmation()
                  .getInvalidAckIdsList()
                  .contains(messages.get(0).getAckId()));
      assertThat(stream.responses())
          .allMatch(
              response -> response.getSubscriptionProperties().getExactlyOnceDeliveryEnabled());
    }
  }

  @Test
  void a_stream_confirms_deadlines() {
    notOn(EMULATOR, "its streams confirm nothing");
    client.publish(topic, "", "a");
    try (Stream stream = Stream.open(client, subscription)) {
      String ackId = stream.await(1).get(0).getAckId();

      stream.send(
          StreamingPullRequest.newBuilder()
              .addModifyDeadlineAckIds(ackId)
              .addModifyDeadlineSeconds(30));

      awaitConfirmation(
          stream,
          response -> response.getModifyAckDeadlineConfirmation().getAckIdsList().contains(ackId));
    }
  }

  private static void awaitConfirmation(Stream stream, Predicate<StreamingPullResponse> expected) {
    await().atMost(Client.PATIENCE).until(() -> stream.responses().stream().anyMatch(expected));
  }

  @Test
  void what_was_acknowledged_does_not_come_again_with_an_earlier_message_of_its_key() {
    notOn(EMULATOR, "it refuses to acknowledge a message before an earlier one of its key");
    client.publish(topic, "key", "a", "b", "c");
    List<ReceivedMessage> all = client.pull(subscription, 3);
    client.acknowledge(subscription, all.subList(1, 2));

    client.giveBack(subscription, all.get(0));

    assertThat(client.drainUntil(subscription, "c")).containsExactly("a", "c");
  }
}
