package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.system.testkit.Broker;
import com.cottonerp.system.testkit.PartnerFact;
import com.cottonerp.system.testkit.PartnerStory;
import com.cottonerp.system.testkit.PartnersOutbox;
import com.cottonerp.system.testkit.Subscriber;
import com.cottonerp.system.testkit.TestSystem;
import com.cottonerp.system.testkit.Waiting;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestSystem.Shared.class)
class TraceSystemTest {
  private final TestSystem system;
  private final PartnersOutbox outbox;

  TraceSystemTest(TestSystem system) {
    this.system = system;
    this.outbox = system.partnersOutbox();
  }

  @Test
  void the_trace_of_the_request_is_on_the_message_and_in_the_subscribers_log() {
    try (Broker broker = system.broker();
        Subscriber subscriber = broker.subscribe()) {
      String trace = UUID.randomUUID().toString().replace("-", "");
      String traceparent = "00-" + trace + "-00f067aa0ba902b7-01";
      PartnerStory story = new PartnerStory();
      PartnerFact fact = story.next().with("traceparent", traceparent);

      outbox.append(fact);

      subscriber.awaitEvents(List.of(fact));
      assertThat(subscriber.deliveriesOf(List.of(story)).get(0).attributes())
          .containsEntry("ce-traceparent", traceparent);
      Waiting.untilAsserted(
          "the trade desk logs the event under its trace",
          () ->
              assertThat(system.logLines("trade-desk-service"))
                  .anyMatch(line -> line.contains(trace) && line.contains(fact.type())));
    }
  }
}
