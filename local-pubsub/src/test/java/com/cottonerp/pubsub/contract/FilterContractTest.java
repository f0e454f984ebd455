package com.cottonerp.pubsub.contract;

import static com.cottonerp.pubsub.testkit.Endpoint.Kind.EMULATOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.pubsub.testkit.Endpoint;
import com.google.protobuf.ByteString;
import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.PubsubMessage;
import io.grpc.Status;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterContractTest extends Contract {
  private final String topic = client.topic();

  FilterContractTest(Endpoint endpoint) {
    super(endpoint);
  }

  @BeforeEach
  void skipTheEmulator() {
    notOn(EMULATOR, "it knows no filters");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      textBlock =
          """
          attributes:type                                         | a b ab
          attributes.type = "a"                                   | a
          attributes.type != "a"                                  | b ab none
          hasPrefix(attributes.type, "a")                         | a ab
          NOT attributes:type                                     | none
          -attributes:type                                        | none
          attributes:type AND attributes.type != "a"              | b ab
          attributes.type = "a" OR attributes.type = "b"          | a b
          NOT (attributes.type = "a" OR attributes.type = "b")    | ab none
          attributes."type" = "a"                                 | a
          attributes:type AND NOT hasPrefix(attributes.type, "a") | b
          """)
  void only_what_passes_the_filter_comes(String filter, String expected) {
    String subscription = client.subscription(topic, settings -> settings.setFilter(filter));
    publish("a", Map.of("type", "a"));
    publish("b", Map.of("type", "b"));
    publish("ab", Map.of("type", "ab"));
    publish("none", Map.of());

    String[] texts = expected.split(" ");
    assertThat(client.drainUntil(subscription, texts)).containsExactlyInAnyOrder(texts);
    assertThat(client.pullNow(subscription, 10)).isEmpty();
  }

  private void publish(String text, Map<String, String> attributes) {
    client
        .topics()
        .publish(
            PublishRequest.newBuilder()
                .setTopic(topic)
                .addMessages(
                    PubsubMessage.newBuilder()
                        .setData(ByteString.copyFromUtf8(text))
                        .putAllAttributes(attributes))
                .build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attributes",
        "attributes.type",
        "attributes.type = a",
        "attributes.type > \"a\"",
        "type = \"a\"",
        "(attributes:type",
        "attributes:type attributes:other",
        "attributes:a AND attributes:b OR attributes:c"
      })
  void what_is_no_filter_is_refused(String filter) {
    assertRefused(
        Status.Code.INVALID_ARGUMENT,
        () -> client.subscription(topic, settings -> settings.setFilter(filter)));
  }
}
