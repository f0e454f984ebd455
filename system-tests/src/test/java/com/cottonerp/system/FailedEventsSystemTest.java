package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.system.testkit.Broker;
import com.cottonerp.system.testkit.PartnerDirectory;
import com.cottonerp.system.testkit.PartnerFact;
import com.cottonerp.system.testkit.PartnerStory;
import com.cottonerp.system.testkit.PartnersOutbox;
import com.cottonerp.system.testkit.Subscriber;
import com.cottonerp.system.testkit.TestSystem;
import com.cottonerp.system.testkit.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestSystem.Shared.class)
class FailedEventsSystemTest {
  private static final String LONGER_THAN_PUBSUB_TAKES = "x".repeat(1025);

  private final TestSystem system;
  private final PartnersOutbox outbox;
  private final PartnerDirectory directory;

  FailedEventsSystemTest(TestSystem system) {
    this.system = system;
    this.outbox = system.partnersOutbox();
    this.directory = system.partnerDirectory();
  }

  @Test
  void G5_G9_a_poison_event_holds_up_its_aggregate_alone_until_it_is_discarded() {
    try (Broker broker = system.broker();
        Subscriber subscriber = broker.subscribe()) {
      PartnerStory poisoned = new PartnerStory();
      List<PartnerStory> others = PartnerStory.some(30);
      outbox.append(poisoned.next());
      PartnerFact poison = poisoned.next().with("correlationId", LONGER_THAN_PUBSUB_TAKES);
      outbox.append(poison);
      PartnerFact behind = poisoned.next();
      outbox.append(behind);
      others.forEach(story -> outbox.append(story.next(4)));

      directory.awaitAll(others);
      Waiting.until(
          "the poison event is FAILED", () -> outbox.status(poison.eventId()).equals("FAILED"));
      assertThat(outbox.status(behind.eventId())).isEqualTo("PENDING");
      assertThat(directory.sequenceOf(poisoned.partnerId())).isEqualTo(1);
      assertThatOperatorsSee(poison);

      assertThat(system.relay().discard(poison.eventId(), "{}").status()).isEqualTo(422);
      system
          .relay()
          .discard(poison.eventId(), "{\"reason\": \"Its correlation id is broken\"}")
          .expect(200);

      directory.awaitAll(List.of(poisoned));
      assertThat(outbox.status(poison.eventId())).isEqualTo("DISCARDED");
      // The approval is passed over and the limit behind it is applied.
      assertThat(directory.entriesOf(List.of(poisoned)).get(poisoned.partnerId()))
          .containsEntry("status", "pending")
          .containsEntry("credit_limit", "3.25");
      assertThatTombstoneArrives(subscriber, poisoned);
    }
  }

  @Test
  void G9_even_an_event_whose_type_the_broker_refuses_can_be_discarded() {
    PartnerStory poisoned = new PartnerStory();
    outbox.append(poisoned.next());
    PartnerFact poison = poisoned.next();
    outbox.appendAs(LONGER_THAN_PUBSUB_TAKES, poison);
    outbox.append(poisoned.next());
    Waiting.until(
        "the poison event is FAILED", () -> outbox.status(poison.eventId()).equals("FAILED"));

    system.relay().discard(poison.eventId(), "{\"reason\": \"Never was an event\"}").expect(200);

    directory.awaitAll(List.of(poisoned));
  }

  private void assertThatOperatorsSee(PartnerFact poison) {
    JsonNode failed = system.relay().failedOf(poison.partnerId());
    assertThat(failed).hasSize(1);
    assertThat(failed.get(0).path("eventId").asText()).isEqualTo(poison.eventId().toString());
    assertThat(failed.get(0).path("delivery").path("attempts").asInt()).isEqualTo(5);
    assertThat(failed.get(0).path("delivery").path("lastError").asText())
        .contains("ce-correlationid");
    assertThat(system.relay().outbox().path("queue").path("failed").asLong()).isPositive();
  }

  private static void assertThatTombstoneArrives(Subscriber subscriber, PartnerStory poisoned) {
    Waiting.untilAsserted(
        "the independent subscriber sees the tombstone in its place",
        () -> {
          var deliveries = subscriber.deliveriesOf(List.of(poisoned));
          assertThat(deliveries)
              .extracting(Subscriber.Delivery::sequence)
              .containsExactly(1L, 2L, 3L);
          assertThat(deliveries.get(1).attributes())
              .containsEntry("tombstone", "true")
              .containsEntry("ce-type", "PartnerApproved");
          assertThat(deliveries.get(1).data()).isEmpty();
        });
  }
}
