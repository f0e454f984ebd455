package com.cottonerp.pubsub.life;

import static com.cottonerp.pubsub.testkit.Client.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.pubsub.server.PubSubServer;
import com.cottonerp.pubsub.testkit.Client;
import com.cottonerp.pubsub.testkit.Stream;
import com.google.pubsub.v1.ReceivedMessage;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The faults that a client can ask for, and the REST access of tools. */
class FaultsTest {
  @TempDir private Path data;
  private PubSubServer server;
  private ManagedChannel channel;
  private Client client;
  private String topic;
  private String subscription;

  @BeforeEach
  void start() {
    start(true);
    topic = client.topic();
    subscription = client.subscription(topic, settings -> settings.setEnableMessageOrdering(true));
  }

  private void start(boolean faults) {
    server = PubSubServer.start("127.0.0.1", 0, data, faults);
    channel = ManagedChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
    client = new Client(channel, "faults");
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.close();
  }

  @Test
  void a_publish_is_refused_before_anything_happened() throws Exception {
    ask("{\"publishRefused\": 1, \"publishRefusedStatus\": \"UNAVAILABLE\"}");

    assertThatThrownBy(() -> client.publish(topic, "", "refused"))
        .satisfies(failure -> assertStatus(failure, Status.Code.UNAVAILABLE));

    ask("{}");
    client.publish(topic, "", "next");
    assertThat(client.drainUntil(subscription, "next")).containsExactly("next");
  }

  @Test
  void the_answer_of_a_publish_is_lost_after_everything_happened() throws Exception {
    ask("{\"publishAnswerLost\": 1}");

    assertThatThrownBy(() -> client.publish(topic, "", "done"))
        .satisfies(failure -> assertStatus(failure, Status.Code.DEADLINE_EXCEEDED));

    assertThat(texts(client.pull(subscription, 1))).containsExactly("done");
  }

  @Test
  void a_publish_happens_twice_and_late() throws Exception {
    ask("{\"publishDuplicated\": 1, \"publishDelayed\": 1, \"delayMillis\": 50}");

    client.publish(topic, "key", "a", "b");

    assertThat(texts(client.pull(subscription, 4))).containsExactly("a", "b", "a", "b");
  }

  @Test
  void an_acknowledgement_is_lost_and_the_message_comes_again() throws Exception {
    client.publish(topic, "key", "a");
    List<ReceivedMessage> messages = client.pull(subscription, 1);
    ask("{\"acknowledgementLost\": 1}");

    client.acknowledge(subscription, messages);

    client.changeDeadline(subscription, 0, messages.get(0));
    assertThat(texts(client.pull(subscription, 1))).containsExactly("a");
  }

  @Test
  void late_repeated_and_shuffled_deliveries_keep_the_order_of_a_key() throws Exception {
    ask(
        "{\"seed\": 7, \"deliveryDelayed\": 0.2, \"deliveryDuplicated\": 0.2,"
            + " \"deliveryReordered\": 0.2, \"delayMillis\": 5}");
    String[] texts = IntStream.range(100, 200).mapToObj(Integer::toString).toArray(String[]::new);
    try (Stream stream = Stream.open(client, subscription)) {
      for (int i = 0; i < 10; i++) {
        client.publish(topic, "key-" + i, texts);
      }
      stream.await(1_050);

      for (int i = 0; i < 10; i++) {
        assertEachFirstComesInOrder(stream.received(), "key-" + i);
      }
    }
  }

  private static void assertEachFirstComesInOrder(List<ReceivedMessage> all, String key) {
    assertThat(
            all.stream()
                .filter(message -> message.getMessage().getOrderingKey().equals(key))
                .map(Client::text)
                .distinct())
        .isSorted();
  }

  @Test
  void a_fault_that_nobody_knows_is_refused_and_so_is_any_where_they_are_not_allowed()
      throws Exception {
    assertThat(post("{\"publishRefusd\": 1}").statusCode()).isEqualTo(400);

    stop();
    start(false);
    assertThat(post("{\"publishRefused\": 1}").statusCode()).isEqualTo(403);
  }

  @Test
  void tools_see_topics_and_messages_as_json() throws Exception {
    client.publish(topic, "", "text");

    HttpResponse<String> subscriptions =
        send(HttpRequest.newBuilder(uri("/v1/projects/faults/subscriptions")));
    assertThat(subscriptions.statusCode()).isEqualTo(200);
    assertThat(subscriptions.body()).contains("\"" + subscription + "\"");
    HttpResponse<String> pulled =
        send(
            HttpRequest.newBuilder(uri("/v1/" + subscription + ":pull"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"maxMessages\": 1}")));
    assertThat(pulled.body()).contains("\"data\": \"dGV4dA==\"");
    assertThat(send(HttpRequest.newBuilder(uri("/v1/projects/faults/topics/none"))).statusCode())
        .isEqualTo(404);
  }

  private static void assertStatus(Throwable failure, Status.Code code) {
    assertThat(Status.fromThrowable(failure).getCode()).isEqualTo(code);
  }

  private void ask(String faults) throws IOException, InterruptedException {
    assertThat(post(faults).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> post(String faults) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri("/faults")).POST(HttpRequest.BodyPublishers.ofString(faults)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }
}
