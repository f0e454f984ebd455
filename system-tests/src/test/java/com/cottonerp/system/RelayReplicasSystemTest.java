package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.runner.ProgramProcess;
import com.cottonerp.system.testkit.Broker;
import com.cottonerp.system.testkit.DirectoryFold;
import com.cottonerp.system.testkit.PartnerDirectory;
import com.cottonerp.system.testkit.PartnerFact;
import com.cottonerp.system.testkit.PartnerStory;
import com.cottonerp.system.testkit.PartnersOutbox;
import com.cottonerp.system.testkit.Subscriber;
import com.cottonerp.system.testkit.TestSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestSystem.Shared.class)
class RelayReplicasSystemTest {
  // A lease and a second is the promise; the relay's own tests hold it to that. Here other programs
  // compete for the machine.
  private static final Duration LEASE_ON_A_BUSY_MACHINE = Duration.ofSeconds(25);
  private static final int AGGREGATES = 50;
  private static final int EVENTS_EACH = 20;

  private final TestSystem system;
  private final PartnersOutbox outbox;
  private final PartnerDirectory directory;

  RelayReplicasSystemTest(TestSystem system) {
    this.system = system;
    this.outbox = system.partnersOutbox();
    this.directory = system.partnerDirectory();
  }

  @AfterEach
  void everythingRunsAgain() {
    system.recover();
  }

  @Test
  void G3_G7_a_killed_and_a_stopped_relay_lose_nothing_and_keep_the_order_of_every_aggregate() {
    try (Broker broker = system.broker();
        Subscriber subscriber = broker.subscribe()) {
      List<PartnerStory> stories = PartnerStory.some(AGGREGATES);

      List<PartnerFact> facts =
          appendAll(
              stories,
              Map.of(
                  350, () -> system.program("outbox-relay-2").kill(),
                  650, () -> system.program("outbox-relay-3").stop()));

      outbox.awaitDrained();
      subscriber.awaitEvents(facts);
      directory.awaitAll(stories);
      assertThat(subscriber.firstOccurrences(stories)).isEqualTo(inOrder(stories));
      assertThat(directory.entriesOf(stories))
          .isEqualTo(DirectoryFold.of(outbox).entriesOf(stories));
      assertThat(outbox.slowest(facts)).isLessThan(LEASE_ON_A_BUSY_MACHINE);
    }
  }

  @Test
  void G7_relays_stopped_one_after_another_hand_over_without_a_duplicate_at_the_broker() {
    try (Broker broker = system.broker();
        Subscriber subscriber = broker.subscribe()) {
      List<PartnerStory> stories = PartnerStory.some(AGGREGATES);

      List<PartnerFact> facts =
          appendAll(
              stories,
              Map.of(
                  300, () -> system.program("outbox-relay-3").stop(),
                  600, () -> system.program("outbox-relay-2").stop()));

      outbox.awaitDrained();
      subscriber.awaitEvents(facts);
      assertThat(subscriber.publishedTwice(stories)).isEmpty();
      assertThat(subscriber.firstOccurrences(stories)).isEqualTo(inOrder(stories));
      assertThat(outbox.slowest(facts.subList(250, facts.size())))
          .as("nobody waited for a lease of 15 s to end, however busy the machine")
          .isLessThan(Duration.ofSeconds(10));
    }
  }

  /** Appends event after event, one transaction each; at some of them something happens besides. */
  private List<PartnerFact> appendAll(List<PartnerStory> stories, Map<Integer, Runnable> faults) {
    List<PartnerFact> facts = new ArrayList<>();
    List<CompletableFuture<Void>> happening = new ArrayList<>();
    for (int i = 0; i < AGGREGATES * EVENTS_EACH; i++) {
      if (faults.containsKey(i)) {
        happening.add(CompletableFuture.runAsync(faults.get(i)));
      }
      PartnerFact fact = stories.get(i % AGGREGATES).next();
      outbox.append(fact);
      facts.add(fact);
    }
    happening.forEach(CompletableFuture::join);
    assertThat(system.local().programs().stream().filter(ProgramProcess::isAlive))
        .hasSize(system.local().programs().size() - faults.size());
    return facts;
  }

  private static Map<UUID, List<Long>> inOrder(List<PartnerStory> stories) {
    Map<UUID, List<Long>> expected = new java.util.HashMap<>();
    stories.forEach(
        story ->
            expected.put(
                story.partnerId(), LongStream.rangeClosed(1, story.length()).boxed().toList()));
    return expected;
  }
}
