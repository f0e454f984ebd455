package com.cottonerp.pubsub.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.pubsub.testkit.Client;
import com.cottonerp.pubsub.testkit.ServerProcess;
import com.google.pubsub.v1.ReceivedMessage;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullBacklogTest {
  private static final int MORE_THAN_THE_HEAP = 2_000;

  @TempDir private Path data;

  @Test
  void what_the_memory_cannot_hold_is_refused_until_subscribers_have_taken_some() {
    try (ServerProcess server = new ServerProcess(data, "-Xmx48m")) {
      Client client = server.client();
      String topic = client.topic();
      String subscription = client.subscription(topic);
      String[] messages = Collections.nCopies(100, "x".repeat(1_000)).toArray(String[]::new);

      Status.Code refusal = null;
      int published = 0;
      while (refusal == null && published < MORE_THAN_THE_HEAP) {
        try {
          client.publish(topic, "", messages);
          published++;
        } catch (StatusRuntimeException refused) {
          refusal = refused.getStatus().getCode();
        }
      }

      assertThat(refusal).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
      assertThat(published).isGreaterThan(10);
      List<ReceivedMessage> taken = client.pull(subscription, 500);
      client.acknowledge(subscription, taken);
      assertThat(client.publish(topic, "", messages)).hasSize(100);
    }
  }
}
