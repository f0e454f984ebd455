package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.system.testkit.Broker;
import com.cottonerp.system.testkit.DirectoryFold;
import com.cottonerp.system.testkit.PartnerDirectory;
import com.cottonerp.system.testkit.PartnerFact;
import com.cottonerp.system.testkit.PartnerStory;
import com.cottonerp.system.testkit.PartnersOutbox;
import com.cottonerp.system.testkit.Subscriber;
import com.cottonerp.system.testkit.TestSystem;
import com.cottonerp.system.testkit.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestSystem.Shared.class)
class DeliverySystemTest {
  private final TestSystem system;
  private final PartnersOutbox outbox;
  private final PartnerDirectory directory;

  DeliverySystemTest(TestSystem system) {
    this.system = system;
    this.outbox = system.partnersOutbox();
    this.directory = system.partnerDirectory();
  }

  @Test
  void G2_a_rolled_back_append_is_never_published() {
    try (Broker broker = system.broker();
        Subscriber subscriber = broker.subscribe()) {
      PartnerStory undone = new PartnerStory();
      PartnerStory kept = new PartnerStory();

      outbox.appendAndRollBack(undone.next());
      List<PartnerFact> facts = kept.next(2);
      outbox.append(facts);

      subscriber.awaitEvents(facts);
      assertThat(subscriber.deliveriesOf(List.of(undone))).isEmpty();
      assertThat(directory.sequenceOf(undone.partnerId())).isZero();
    }
  }

  @Test
  void an_event_is_in_the_read_model_a_fraction_of_a_second_after_its_append() {
    List<PartnerStory> stories = PartnerStory.some(30);

    for (PartnerStory story : stories) {
      outbox.append(story.next());
      directory.awaitAll(List.of(story));
    }

    Duration median = directory.medianDelay(stories);
    System.out.println("Median time from append to read model: " + median.toMillis() + " ms");
    assertThat(median).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void G4_messages_delivered_three_times_and_out_of_order_are_applied_once_and_in_order() {
    try (Broker broker = system.broker()) {
      PartnerStory story = new PartnerStory();
      List<PartnerFact> facts = story.next(5);
      PartnerFact first = facts.get(0);
      PartnerFact second = facts.get(1);
      PartnerFact third = facts.get(2);
      PartnerFact fourth = facts.get(3);
      PartnerFact fifth = facts.get(4);

      broker.publish(List.of(third, third, first, third, fifth, second, first, second, fourth));
      directory.awaitAll(List.of(story));
      Optional<Instant> appliedAt = directory.appliedAt(story.partnerId());
      broker.publish(List.of(fifth, fourth, third, second, first));
      awaitEverythingBefore(broker);

      assertThat(directory.appliedAt(story.partnerId())).isEqualTo(appliedAt);
      assertThat(directory.parked(story.partnerId())).isZero();
      assertThat(directory.entriesOf(List.of(story)).get(story.partnerId()))
          .containsEntry("sequence", "5")
          .containsEntry("status", "suspended")
          .containsEntry("status_reason", "Overdue since event 4")
          .containsEntry("credit_limit", "5.25");
    }
  }

  @Test
  void G9_a_gap_parks_what_comes_after_it_asks_the_relay_and_heals() {
    PartnerStory story = new PartnerStory();
    PartnerStory other = new PartnerStory();
    outbox.append(story.next());
    outbox.appendAndLoseItsMessage(story.next());
    outbox.append(story.next(3));
    outbox.append(other.next(3));

    directory.awaitAll(List.of(story, other));

    Waiting.until("nothing is parked", () -> directory.parked(story.partnerId()) == 0);
    assertThat(directory.entriesOf(List.of(story)))
        .isEqualTo(DirectoryFold.of(outbox).entriesOf(List.of(story)));
  }

  @Test
  void G14_a_lost_last_event_is_noticed_and_comes_although_no_later_one_does() {
    PartnerStory story = new PartnerStory();
    outbox.append(story.next(2));
    directory.awaitAll(List.of(story));

    outbox.appendAndLoseItsMessage(story.next());

    directory.awaitAll(List.of(story));
    assertThat(directory.entriesOf(List.of(story)))
        .isEqualTo(DirectoryFold.of(outbox).entriesOf(List.of(story)));
  }

  @Test
  void G10_the_digest_of_a_read_model_is_that_of_its_outbox_when_all_is_applied() {
    Waiting.until(
        "what settings has published is what the trade desk has applied",
        () -> {
          String applied =
              system
                  .api()
                  .get(
                      system.program("trade-desk-service").url()
                          + "/api/v1/read-models/commodity-catalog/digest")
                  .expect(200)
                  .body()
                  .path("sequences")
                  .asText();
          String published =
              system
                  .api()
                  .get(system.program("outbox-relay").url() + "/api/v1/outboxes/settings/digest")
                  .expect(200)
                  .body()
                  .path("digest")
                  .asText();
          return !applied.isEmpty() && applied.equals(published);
        });
  }

  @Test
  void G9_a_replay_changes_no_read_model_that_has_the_events() {
    PartnerStory story = new PartnerStory();
    outbox.append(story.next(6));
    directory.awaitAll(List.of(story));
    Optional<Instant> appliedAt = directory.appliedAt(story.partnerId());

    long enqueued = system.relay().replay("{\"aggregateId\": \"%s\"}".formatted(story.partnerId()));

    assertThat(enqueued).isEqualTo(6);
    Waiting.until(
        "the trade desk has dropped all six as duplicates",
        () ->
            system.logLines("trade-desk-service").stream()
                    .filter(line -> line.contains(story.partnerId().toString()))
                    .filter(line -> line.contains("was applied to partner-directory before"))
                    .count()
                == 6);
    assertThat(directory.appliedAt(story.partnerId())).isEqualTo(appliedAt);
    assertThat(directory.entriesOf(List.of(story)))
        .isEqualTo(DirectoryFold.of(outbox).entriesOf(List.of(story)));
  }

  @Test
  void G5_a_message_that_is_no_event_is_kept_and_holds_nobody_up() {
    try (Broker broker = system.broker()) {
      long before = directory.unreadable();

      broker.publishNonsense("{\"hello\": \"world\"}");
      awaitEverythingBefore(broker);

      assertThat(directory.unreadable()).isEqualTo(before + 1);
    }
  }

  @Test
  void G10_every_entry_of_the_directory_is_the_fold_of_its_events() {
    outbox.append(new PartnerStory().next(7));
    outbox.awaitDrained();

    Waiting.untilAsserted(
        "the directory equals the fold of the log",
        () -> {
          var fold = DirectoryFold.of(outbox).entries();
          var entries = directory.entries();
          entries.keySet().retainAll(fold.keySet());
          assertThat(fold).isNotEmpty();
          assertThat(entries).isEqualTo(fold);
        });
  }

  /** One more message with the same ordering key: when it is applied, those before it are done. */
  private void awaitEverythingBefore(Broker broker) {
    PartnerStory marker = new PartnerStory();
    broker.publish(List.of(marker.next()));
    directory.awaitAll(List.of(marker));
  }
}
